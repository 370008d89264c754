<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AttributeClipboard</name>
    <message numerus="yes">
        <source>Copied %n line(s).</source>
        <translation>
            <numerusform>Copied %n line.</numerusform>
            <numerusform>Copied %n lines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pasted %n row(s).</source>
        <translation>
            <numerusform>Pasted %n row.</numerusform>
            <numerusform>Pasted %n rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) were found by their label.</source>
        <translation>
            <numerusform>%n name was found by its label.</numerusform>
            <numerusform>%n names were found by their label.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new value(s) were replaced; Undo brings them back.</source>
        <translation>
            <numerusform>%n new value was replaced; Undo brings it back.</numerusform>
            <numerusform>%n new values were replaced; Undo brings them back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) without a value were left alone.</source>
        <translation>
            <numerusform>%n row without a value was left alone.</numerusform>
            <numerusform>%n rows without a value were left alone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) are unknown here: see the remarks.</source>
        <translation>
            <numerusform>%n name is unknown here: see the remark.</numerusform>
            <numerusform>%n names are unknown here: see the remarks.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) are locked and cannot be sent: see the remarks.</source>
        <translation>
            <numerusform>%n field is locked and cannot be sent: see the remark.</numerusform>
            <numerusform>%n fields are locked and cannot be sent: see the remarks.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pasted %n name(s).</source>
        <translation>
            <numerusform>Pasted %n name.</numerusform>
            <numerusform>Pasted %n names.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pasted %n cell(s).</source>
        <translation>
            <numerusform>Pasted %n cell.</numerusform>
            <numerusform>Pasted %n cells.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AttributeTable</name>
    <message numerus="yes">
        <source>%n field(s) are locked, and stay as they are.</source>
        <translation>
            <numerusform>%n field is locked, and stays as it is.</numerusform>
            <numerusform>%n fields are locked, and stay as they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareWindow</name>
    <message numerus="yes">
        <source>%n fields differ</source>
        <translation>
            <numerusform>%n field differs</numerusform>
            <numerusform>%n fields differ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DraftOpener</name>
    <message numerus="yes">
        <source>Closed {lead}, with %n change(s) that were not sent.</source>
        <translation>
            <numerusform>Closed {lead}, with %n change that was not sent.</numerusform>
            <numerusform>Closed {lead}, with %n changes that were not sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DurationWords</name>
    <message numerus="yes">
        <source>%n minutes ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FieldCarrier</name>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names} and %n more</numerusform>
            <numerusform>{names} and %n more</numerusform>
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
    <name>HistoryDoor</name>
    <message numerus="yes">
        <source>The program ended during %n calls: it is not known what became of them.</source>
        <translation>
            <numerusform>The program ended during %n call: it is not known what became of it.</numerusform>
            <numerusform>The program ended during %n calls: it is not known what became of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryExporter</name>
    <message numerus="yes">
        <source>%n calls written to {path}. The values are in it; signature and user are not.</source>
        <translation>
            <numerusform>%n call written to {path}. The values are in it; signature and user are not.</numerusform>
            <numerusform>%n calls written to {path}. The values are in it; signature and user are not.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calls written to {path}: those whose messages were kept. The values are in them; signature and user are not.</source>
        <translation>
            <numerusform>%n call written to {path}: the one whose messages were kept. The values are in it; signature and user are not.</numerusform>
            <numerusform>%n calls written to {path}: those whose messages were kept. The values are in them; signature and user are not.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryWindow</name>
    <message numerus="yes">
        <source>%n calls removed.</source>
        <translation>
            <numerusform>%n call removed.</numerusform>
            <numerusform>%n calls removed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message numerus="yes">
        <source>{changes} and %n more</source>
        <translation>
            <numerusform>{changes} and %n more</numerusform>
            <numerusform>{changes} and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeepingWindow</name>
    <message numerus="yes">
        <source>%n calls are kept.</source>
        <translation>
            <numerusform>%n call is kept.</numerusform>
            <numerusform>%n calls are kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No values are kept any more; they were taken out of %n past calls.</source>
        <translation>
            <numerusform>No values are kept any more; they were taken out of %n past call.</numerusform>
            <numerusform>No values are kept any more; they were taken out of %n past calls.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calls were past their time and are removed.</source>
        <translation>
            <numerusform>%n call was past its time and is removed.</numerusform>
            <numerusform>%n calls were past their time and are removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calls were deleted.</source>
        <translation>
            <numerusform>%n call was deleted.</numerusform>
            <numerusform>%n calls were deleted.</numerusform>
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
    <name>MessageMenu</name>
    <message numerus="yes">
        <source>Folded: %n lines are hidden.</source>
        <translation>
            <numerusform>Folded: %n line is hidden.</numerusform>
            <numerusform>Folded: %n lines are hidden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutcomeWords</name>
    <message numerus="yes">
        <source>It asks to wait %n second(s).</source>
        <translation>
            <numerusform>It asks to wait %n second.</numerusform>
            <numerusform>It asks to wait %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It asks to wait %n minute(s).</source>
        <translation>
            <numerusform>It asks to wait %n minute.</numerusform>
            <numerusform>It asks to wait %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) sent.</source>
        <translation>
            <numerusform>%n field sent.</numerusform>
            <numerusform>%n fields sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PathBar</name>
    <message numerus="yes">
        <source>%n results</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n results, the first {shown} are listed</source>
        <translation>
            <numerusform>%n result, the first {shown} are listed</numerusform>
            <numerusform>%n results, the first {shown} are listed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanLines</name>
    <message numerus="yes">
        <source>More (%n)</source>
        <translation>
            <numerusform>More (%n)</numerusform>
            <numerusform>More (%n)</numerusform>
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
    <name>PlanWords</name>
    <message numerus="yes">
        <source>%n fields: {names}</source>
        <translation>
            <numerusform>%n field: {names}</numerusform>
            <numerusform>%n fields: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more in the table</source>
        <translation>
            <numerusform>and %n more in the table</numerusform>
            <numerusform>and %n more in the table</numerusform>
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
    <name>RecentList</name>
    <message numerus="yes">
        <source>%n fields changed</source>
        <translation>
            <numerusform>%n field changed</numerusform>
            <numerusform>%n fields changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecheckWords</name>
    <message numerus="yes">
        <source>%n lead(s) share this key now.</source>
        <translation>
            <numerusform>%n lead has this key now.</numerusform>
            <numerusform>%n leads share this key now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) you are about to send have changed meanwhile.</source>
        <translation>
            <numerusform>%n field you are about to send has changed meanwhile.</numerusform>
            <numerusform>%n fields you are about to send have changed meanwhile.</numerusform>
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
<context>
    <name>StoryWords</name>
    <message numerus="yes">
        <source>%n field(s) as you asked.</source>
        <translation>
            <numerusform>%n field as you asked.</numerusform>
            <numerusform>%n fields as you asked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) had the value you asked for already.</source>
        <translation>
            <numerusform>%n field had the value you asked for already.</numerusform>
            <numerusform>%n fields had the value you asked for already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lead(s) have this key.</source>
        <translation>
            <numerusform>%n lead has this key.</numerusform>
            <numerusform>%n leads have this key.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names} and %n more</numerusform>
            <numerusform>{names} and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TicketWords</name>
    <message numerus="yes">
        <source>• and %n more</source>
        <translation>
            <numerusform>• and %n more</numerusform>
            <numerusform>• and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A second look found %n thing(s) that may be personal:</source>
        <translation>
            <numerusform>A second look found %n thing that may be personal:</numerusform>
            <numerusform>A second look found %n things that may be personal:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) are masked; user ID and signature always are.</source>
        <translation>
            <numerusform>%n value is masked; user ID and signature always are.</numerusform>
            <numerusform>%n values are masked; user ID and signature always are.</numerusform>
        </translation>
    </message>
</context>
</TS>
