<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AttributeTable</name>
    <message numerus="yes">
        <source>Pasted %n cell(s).</source>
        <translation>
            <numerusform>Pasted %n cell.</numerusform>
            <numerusform>Pasted %n cells.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pasted %n row(s).</source>
        <translation>
            <numerusform>Pasted %n row.</numerusform>
            <numerusform>Pasted %n rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GuardBar</name>
    <message numerus="yes">
        <source>&amp;Unlock for %n minutes</source>
        <translation>
            <numerusform>&amp;Unlock for %n minute</numerusform>
            <numerusform>&amp;Unlock for %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LadderWords</name>
    <message numerus="yes">
        <source>this computer is %n second(s) ahead</source>
        <translation>
            <numerusform>this computer is %n second ahead</numerusform>
            <numerusform>this computer is %n seconds ahead</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>this computer is %n second(s) behind</source>
        <translation>
            <numerusform>this computer is %n second behind</numerusform>
            <numerusform>this computer is %n seconds behind</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LimitsNote</name>
    <message numerus="yes">
        <source>%n calls today, {recent} in the last {seconds} s</source>
        <translation>
            <numerusform>%n call today, {recent} in the last {seconds} s</numerusform>
            <numerusform>%n calls today, {recent} in the last {seconds} s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutcomeWords</name>
    <message numerus="yes">
        <source>%n attribute(s) sent.</source>
        <translation>
            <numerusform>%n attribute sent.</numerusform>
            <numerusform>%n attributes sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanPanel</name>
    <message numerus="yes">
        <source>(and %n more)</source>
        <translation>
            <numerusform>(and %n more)</numerusform>
            <numerusform>(and %n more)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProfileEditor</name>
    <message numerus="yes">
        <source>%n connection(s) added. Type their keys anew: no file holds them.</source>
        <translation>
            <numerusform>%n connection added. Type its key anew: no file holds it.</numerusform>
            <numerusform>%n connections added. Type their keys anew: no file holds them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message numerus="yes">
        <source>Copied. The clipboard is cleared in %n s.</source>
        <translation>
            <numerusform>Copied. The clipboard is cleared in %n s.</numerusform>
            <numerusform>Copied. The clipboard is cleared in %n s.</numerusform>
        </translation>
    </message>
</context>
</TS>
