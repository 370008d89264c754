<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ActionLine</name>
    <message>
        <source>Create or update</source>
        <translation>新建或更新</translation>
    </message>
    <message>
        <source>Only update, never create</source>
        <translation>只更新，绝不新建</translation>
    </message>
    <message>
        <source>Only create, never update</source>
        <translation>只新建，绝不更新</translation>
    </message>
    <message>
        <source>What to do with the lead</source>
        <translation>对潜在客户做什么</translation>
    </message>
    <message>
        <source>&amp;Action</source>
        <translation>操作(&amp;A)</translation>
    </message>
</context>
<context>
    <name>AttributeCells</name>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>(not set)</source>
        <translation>（未设置）</translation>
    </message>
    <message>
        <source>kept by Marketo</source>
        <translation>由 Marketo 维护</translation>
    </message>
    <message>
        <source>blocked by an admin</source>
        <translation>已被管理员锁定</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>API name</source>
        <translation>API 名称</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前值</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>新值</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Add a field…</source>
        <translation>添加字段…</translation>
    </message>
    <message>
        <source>{label}, changed, was {now}, new {new}</source>
        <translation>{label}，已更改，原值 {now}，新值 {new}</translation>
    </message>
    <message>
        <source>{label}, changed, new {new}</source>
        <translation>{label}，已更改，新值 {new}</translation>
    </message>
    <message>
        <source>{label}, will be emptied, was {now}</source>
        <translation>{label}，将被清空，原值 {now}</translation>
    </message>
    <message>
        <source>{label}, will be emptied</source>
        <translation>{label}，将被清空</translation>
    </message>
    <message>
        <source>{name} is set as an identifier, on the left.</source>
        <translation>{name} 是标识符，请在左侧设置。</translation>
    </message>
    <message>
        <source>Now: {local} here, {utc} in UTC.</source>
        <translation>当前值：本地时间 {local}，UTC {utc}。</translation>
    </message>
    <message>
        <source>{label}, locked, is {now}</source>
        <translation>{label}，已锁定，当前值 {now}</translation>
    </message>
    <message>
        <source>{label}, left alone, is {now}</source>
        <translation>{label}，不改动，当前值 {now}</translation>
    </message>
    <message>
        <source>(will be emptied)</source>
        <translation>（将被清空）</translation>
    </message>
    <message>
        <source>set on the left</source>
        <translation>在左侧设置</translation>
    </message>
    <message>
        <source>left alone</source>
        <translation>不改动</translation>
    </message>
</context>
<context>
    <name>AttributeClipboard</name>
    <message numerus="yes">
        <source>Copied %n line(s).</source>
        <translation>
            <numerusform>已复制 %n 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to paste on the clipboard.</source>
        <translation>剪贴板上没有可粘贴的内容。</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message numerus="yes">
        <source>Pasted %n row(s).</source>
        <translation>
            <numerusform>已粘贴 %n 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>The first row was left out: it names the columns.</source>
        <translation>第一行是列标题，已略过。</translation>
    </message>
    <message>
        <source>Only the first two of {count} columns were taken.</source>
        <translation>共 {count} 列，只取了前两列。</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) were found by their label.</source>
        <translation>
            <numerusform>%n 个名称是按字段标签匹配的。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new value(s) were replaced; Undo brings them back.</source>
        <translation>
            <numerusform>覆盖了 %n 个新值，可用“撤销”恢复。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) without a value were left alone.</source>
        <translation>
            <numerusform>%n 行没有值，未改动。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) are unknown here: see the remarks.</source>
        <translation>
            <numerusform>%n 个名称在此 Marketo 中不存在，请看备注。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) are locked and cannot be sent: see the remarks.</source>
        <translation>
            <numerusform>%n 个字段已锁定，无法发送，请看备注。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pasted %n name(s).</source>
        <translation>
            <numerusform>已粘贴 %n 个名称。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pasted %n cell(s).</source>
        <translation>
            <numerusform>已粘贴 %n 个单元格。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AttributeColumns</name>
    <message>
        <source>&amp;Columns</source>
        <translation>列(&amp;C)</translation>
    </message>
    <message>
        <source>Fit to the window</source>
        <translation>适应窗口</translation>
    </message>
</context>
<context>
    <name>AttributeFilter</name>
    <message>
        <source>Filter fields (Ctrl+F)</source>
        <translation>筛选字段 (Ctrl+F)</translation>
    </message>
    <message>
        <source>Filter fields</source>
        <translation>筛选字段</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>Show only the fields that will be sent</source>
        <translation>只显示将要发送的字段</translation>
    </message>
    <message>
        <source>Hide blanks</source>
        <translation>隐藏空白</translation>
    </message>
    <message>
        <source>Hide the fields that are empty now</source>
        <translation>隐藏当前为空的字段</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>No field is like that.</source>
        <translation>没有这样的字段。</translation>
    </message>
    <message>
        <source>None of these fields matches “{text}”.</source>
        <translation>这些字段中没有匹配“{text}”的。</translation>
    </message>
    <message>
        <source>Add as custom name</source>
        <translation>作为自定义名称添加</translation>
    </message>
    <message>
        <source>No field called “{text}”. Did you mean:</source>
        <translation>没有名为“{text}”的字段。您是否要找：</translation>
    </message>
    <message>
        <source>No field called “{text}”.</source>
        <translation>没有名为“{text}”的字段。</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>What the table shows</source>
        <translation>表格显示内容</translation>
    </message>
</context>
<context>
    <name>AttributeTable</name>
    <message>
        <source>Fields of the lead</source>
        <translation>潜在客户的字段</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) are locked, and stay as they are.</source>
        <translation>
            <numerusform>%n 个字段已锁定，保持不变。</numerusform>
        </translation>
    </message>
    <message>
        <source>Only a field of this Marketo can be a favourite.</source>
        <translation>只有此 Marketo 中的字段才能收藏。</translation>
    </message>
    <message>
        <source>{field} is a favourite now: it stands at the top.</source>
        <translation>已收藏 {field}，它排在最前面。</translation>
    </message>
    <message>
        <source>{field} is no favourite any more.</source>
        <translation>已取消收藏 {field}。</translation>
    </message>
    <message>
        <source>An empty cell leaves the field alone. To empty it in Marketo, press Ctrl+0.</source>
        <translation>单元格留空表示不改动该字段。要在 Marketo 中清空它，请按 Ctrl+0。</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>技术细节</translation>
    </message>
</context>
<context>
    <name>CellDelegate</name>
    <message>
        <source>{column}, {field}</source>
        <translation>{column}，{field}</translation>
    </message>
    <message>
        <source>{column}, row {row}</source>
        <translation>{column}，第 {row} 行</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>C&amp;heck now</source>
        <translation>立即检查(&amp;H)</translation>
    </message>
    <message>
        <source>St&amp;op</source>
        <translation>停止(&amp;O)</translation>
    </message>
    <message>
        <source>Copy for a &amp;ticket</source>
        <translation>复制到工单(&amp;T)</translation>
    </message>
    <message>
        <source>The check makes one call that only reads. It writes nothing.</source>
        <translation>检查只进行一次只读调用，不会写入任何内容。</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>This API user may see these partitions: {names}. The form can keep them for your changes.</source>
        <translation>此 API 用户可以查看以下分区：{names}。表单可以保存它们，供更改时使用。</translation>
    </message>
    <message>
        <source>Take over into the form</source>
        <translation>填入表单</translation>
    </message>
    <message>
        <source>They are in the field “Workspaces or partitions” now. Save the connection to keep them there.</source>
        <translation>它们已填入“工作区或分区”字段。请保存连接以保留它们。</translation>
    </message>
    <message>
        <source>The check itself went wrong. Nothing was written.</source>
        <translation>检查本身出错。没有写入任何内容。</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>已停止。没有写入任何内容。</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Steps of the check</source>
        <translation>检查步骤</translation>
    </message>
</context>
<context>
    <name>ChoiceEditor</name>
    <message>
        <source>Choose (Alt+Down)</source>
        <translation>选择 (Alt+↓)</translation>
    </message>
    <message>
        <source>Choose a day</source>
        <translation>选择日期</translation>
    </message>
</context>
<context>
    <name>ChosenCall</name>
    <message>
        <source>No messages were kept of this call.</source>
        <translation>没有保留此调用的报文。</translation>
    </message>
</context>
<context>
    <name>CompareModel</name>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>(nil)</source>
        <translation>（nil）</translation>
    </message>
    <message>
        <source>(not there)</source>
        <translation>（没有）</translation>
    </message>
    <message>
        <source>{name} (lead {number})</source>
        <translation>{name}（第 {number} 条潜在客户）</translation>
    </message>
    <message>
        <source>same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>不同</translation>
    </message>
</context>
<context>
    <name>CompareWindow</name>
    <message>
        <source>&amp;Fields only</source>
        <translation>只看字段(&amp;F)</translation>
    </message>
    <message>
        <source>Only what &amp;differs</source>
        <translation>只看不同之处(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Previous difference</source>
        <translation>上一处不同(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Next difference</source>
        <translation>下一处不同(&amp;N)</translation>
    </message>
    <message>
        <source>{call}: request</source>
        <translation>{call}：请求</translation>
    </message>
    <message>
        <source>{call}: response</source>
        <translation>{call}：响应</translation>
    </message>
    <message>
        <source>There is nothing to compare.</source>
        <translation>没有可比较的内容。</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>The two are identical, byte for byte.</source>
        <translation>两者逐字节相同。</translation>
    </message>
    <message>
        <source>Formatted they are the same: only spaces, line ends or the encoding differ.</source>
        <translation>格式化后两者相同：只有空格、换行或编码不同。</translation>
    </message>
    <message>
        <source>Neither message names a field.</source>
        <translation>两条消息都没有字段。</translation>
    </message>
    <message numerus="yes">
        <source>%n fields differ</source>
        <translation>
            <numerusform>%n 个字段不同</numerusform>
        </translation>
    </message>
    <message>
        <source>All fields are the same.</source>
        <translation>所有字段都相同。</translation>
    </message>
    <message>
        <source>Fields of both messages</source>
        <translation>两条消息的字段</translation>
    </message>
    <message>
        <source>Compare messages</source>
        <translation>比较消息</translation>
    </message>
    <message>
        <source>Left message</source>
        <translation>左侧消息</translation>
    </message>
    <message>
        <source>Right message</source>
        <translation>右侧消息</translation>
    </message>
</context>
<context>
    <name>ComparedTexts</name>
    <message>
        <source>Left message</source>
        <translation>左侧消息</translation>
    </message>
    <message>
        <source>Right message</source>
        <translation>右侧消息</translation>
    </message>
    <message>
        <source>Difference {number} of {count}</source>
        <translation>第 {number} 处不同，共 {count} 处</translation>
    </message>
</context>
<context>
    <name>ConnectionBar</name>
    <message>
        <source>&amp;Connections…</source>
        <translation>连接(&amp;C)…</translation>
    </message>
    <message>
        <source>Key kept in {name}</source>
        <translation>密钥保存在 {name}</translation>
    </message>
    <message>
        <source>No keyring: key kept for this run only</source>
        <translation>没有密钥环：密钥仅在本次运行保存</translation>
    </message>
    <message>
        <source>{name} (deleted)</source>
        <translation>{name}（已删除）</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>Practise S&amp;OAP</source>
        <translation>练习 SOAP(&amp;O)</translation>
    </message>
    <message>
        <source>Practise over SOAP, with the same draft</source>
        <translation>改用 SOAP 练习，草稿不变</translation>
    </message>
    <message>
        <source>Practise over REST, with the same draft</source>
        <translation>改用 REST 练习，草稿不变</translation>
    </message>
    <message>
        <source>PRACTICE – {name}</source>
        <translation>练习 – {name}</translation>
    </message>
    <message>
        <source>PRACTICE – no real data</source>
        <translation>练习 – 没有真实数据</translation>
    </message>
    <message>
        <source>TEST – {name}</source>
        <translation>测试 – {name}</translation>
    </message>
    <message>
        <source>PRODUCTION – {name}</source>
        <translation>生产 – {name}</translation>
    </message>
    <message>
        <source>&amp;Practise REST</source>
        <translation>练习 REST(&amp;P)</translation>
    </message>
    <message>
        <source>PRACTICE over REST – no real data</source>
        <translation>练习（REST）– 没有真实数据</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
</context>
<context>
    <name>ConnectionPages</name>
    <message>
        <source>&amp;Connection</source>
        <translation>连接(&amp;C)</translation>
    </message>
    <message>
        <source>Network and sa&amp;fety</source>
        <translation>网络与安全(&amp;F)</translation>
    </message>
    <message>
        <source>Chec&amp;k</source>
        <translation>检查(&amp;K)</translation>
    </message>
    <message>
        <source>The chosen connection</source>
        <translation>所选的连接</translation>
    </message>
</context>
<context>
    <name>CopyAsMenu</name>
    <message>
        <source>Copied as {language}. Neither secret nor token is in it: put the client ID into {user_variable} and the client secret into {secret_variable} before you run it.</source>
        <translation>已复制为 {language}。其中既没有密钥也没有令牌：运行前请将客户端 ID 填入 {user_variable}，将客户端密钥填入 {secret_variable}。</translation>
    </message>
    <message>
        <source>cURL (&amp;bash)</source>
        <translation>cURL (&amp;bash)</translation>
    </message>
    <message>
        <source>cURL (&amp;Windows cmd)</source>
        <translation>cURL (&amp;Windows cmd)</translation>
    </message>
    <message>
        <source>P&amp;owerShell</source>
        <translation>P&amp;owerShell</translation>
    </message>
    <message>
        <source>&amp;Python (zeep)</source>
        <translation>&amp;Python (zeep)</translation>
    </message>
    <message>
        <source>P&amp;HP (SoapClient)</source>
        <translation>P&amp;HP (SoapClient)</translation>
    </message>
    <message>
        <source>&amp;Java</source>
        <translation>&amp;Java</translation>
    </message>
    <message>
        <source>&amp;Ruby (savon)</source>
        <translation>&amp;Ruby (savon)</translation>
    </message>
    <message>
        <source>&amp;Python (requests)</source>
        <translation>Python (requests)(&amp;P)</translation>
    </message>
    <message>
        <source>P&amp;HP (curl)</source>
        <translation>PHP (curl)(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Ruby (net/http)</source>
        <translation>Ruby (net/http)(&amp;R)</translation>
    </message>
    <message>
        <source>With placeholders for personal &amp;values</source>
        <translation>用占位符代替个人信息(&amp;V)</translation>
    </message>
    <message>
        <source>Copied as {language}. The key is not in it: put the user ID into {user_variable} and the key into {secret_variable} before you run it.</source>
        <translation>已复制为 {language}。其中不含密钥：运行前请将用户 ID 放入 {user_variable}，将密钥放入 {secret_variable}。</translation>
    </message>
    <message>
        <source>Personal values are placeholders, and a Marketo ID is 0: fill in real ones.</source>
        <translation>个人信息均为占位符，Marketo ID 为 0：请填入真实值。</translation>
    </message>
    <message>
        <source>Cop&amp;y as</source>
        <translation>复制为(&amp;Y)</translation>
    </message>
    <message>
        <source>the practice server</source>
        <translation>练习服务器</translation>
    </message>
    <message>
        <source>Running it writes to {host}.</source>
        <translation>运行它会写入 {host}。</translation>
    </message>
    <message>
        <source>Nothing was copied: this cannot be written as Marketo wants it ({reason}).</source>
        <translation>未复制任何内容：无法按 Marketo 的要求写出此调用（{reason}）。</translation>
    </message>
</context>
<context>
    <name>CrashWindow</name>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save support file…</source>
        <translation>保存支持文件(&amp;S)…</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>关闭(&amp;L)</translation>
    </message>
    <message>
        <source>Something went wrong – mktgui</source>
        <translation>出了问题 – mktgui</translation>
    </message>
    <message>
        <source>Something in this program went wrong; you can go on, and this report has nothing of yours in it.</source>
        <translation>本程序出了问题；您可以继续使用，这份报告不包含您的任何内容。</translation>
    </message>
    <message>
        <source>Crash report</source>
        <translation>崩溃报告</translation>
    </message>
    <message>
        <source>&amp;Copied</source>
        <translation>已复制(&amp;C)</translation>
    </message>
</context>
<context>
    <name>DraftCarrier</name>
    <message>
        <source>Save the draft as a file</source>
        <translation>将草稿保存为文件</translation>
    </message>
    <message>
        <source>Open a draft from a file</source>
        <translation>从文件打开草稿</translation>
    </message>
    <message>
        <source>Drafts (*.{suffix})</source>
        <translation>草稿 (*.{suffix})</translation>
    </message>
    <message>
        <source>The draft was saved as {path}. The values you typed are in it; connection, user and key are not.</source>
        <translation>草稿已保存为 {path}。其中包含您输入的值，不包含连接、用户和密钥。</translation>
    </message>
    <message>
        <source>Opened {path}. It was made for the connection {name}; nothing has been sent.</source>
        <translation>已打开 {path}。它是为连接“{name}”编写的；尚未发送任何内容。</translation>
    </message>
    <message>
        <source>Opened {path}. Nothing has been sent.</source>
        <translation>已打开 {path}。尚未发送任何内容。</translation>
    </message>
</context>
<context>
    <name>DraftIntake</name>
    <message>
        <source>Take over what is there now</source>
        <translation>采用现在的值</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>已发送的内容</translation>
    </message>
</context>
<context>
    <name>DraftOpener</name>
    <message numerus="yes">
        <source>Closed {lead}, with %n change(s) that were not sent.</source>
        <translation>
            <numerusform>已关闭 {lead}，其中有 %n 处更改未发送。</numerusform>
        </translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>恢复</translation>
    </message>
</context>
<context>
    <name>DraftPage</name>
    <message>
        <source>No send over this connection is told here. Receipts of past calls are in the history.</source>
        <translation>此处没有通过此连接发送的结果。以往调用的回执在历史记录中。</translation>
    </message>
    <message>
        <source>Receipt copied.</source>
        <translation>回执已复制。</translation>
    </message>
</context>
<context>
    <name>DraftTabs</name>
    <message>
        <source>Open drafts</source>
        <translation>打开的草稿</translation>
    </message>
    <message>
        <source>New change</source>
        <translation>新的更改</translation>
    </message>
    <message>
        <source>{lead} ({count})</source>
        <translation>{lead} ({count})</translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>&amp;Result</source>
        <translation>结果(&amp;R)</translation>
    </message>
    <message>
        <source>Re&amp;quest and response</source>
        <translation>请求与响应(&amp;Q)</translation>
    </message>
    <message>
        <source>Previe&amp;w</source>
        <translation>预览(&amp;W)</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
</context>
<context>
    <name>DurationWords</name>
    <message>
        <source>d MMM</source>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes ago</source>
        <translation>
            <numerusform>%n 分钟前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours ago</source>
        <translation>
            <numerusform>%n 小时前</numerusform>
        </translation>
    </message>
    <message>
        <source>{time}, {ago}</source>
        <translation>{time}，{ago}</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
</context>
<context>
    <name>EquivalentWindow</name>
    <message>
        <source>SOAP</source>
        <translation>SOAP</translation>
    </message>
    <message>
        <source>REST</source>
        <translation>REST</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The same over SOAP and REST</source>
        <translation>SOAP 与 REST 对照</translation>
    </message>
    <message>
        <source>Nothing is sent from here. What is made only when it is sent stands in brackets.</source>
        <translation>此窗口不会发送任何内容。方括号中的内容在发送时才会生成。</translation>
    </message>
</context>
<context>
    <name>ExchangePicker</name>
    <message>
        <source>Request of this call</source>
        <translation>此次调用的请求</translation>
    </message>
    <message>
        <source>the call</source>
        <translation>调用本身</translation>
    </message>
    <message>
        <source>a token is fetched</source>
        <translation>获取令牌</translation>
    </message>
    <message>
        <source>names of the fields</source>
        <translation>字段名称</translation>
    </message>
    <message>
        <source>the cookie is linked</source>
        <translation>关联 Cookie</translation>
    </message>
    <message>
        <source>the lead is read back</source>
        <translation>读回潜在客户</translation>
    </message>
    <message>
        <source>{number} of {count}: {what}</source>
        <translation>{number} / {count}：{what}</translation>
    </message>
</context>
<context>
    <name>ExchangeView</name>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>With the call &amp;before this one</source>
        <translation>与上一次调用(&amp;B)</translation>
    </message>
    <message>
        <source>Its &amp;request with its response</source>
        <translation>此次的请求与响应(&amp;R)</translation>
    </message>
    <message>
        <source>Call before ({time})</source>
        <translation>上一次调用（{time}）</translation>
    </message>
    <message>
        <source>This call ({time})</source>
        <translation>此次调用（{time}）</translation>
    </message>
    <message>
        <source>Nothing went over the wire yet.</source>
        <translation>还没有收发任何内容。</translation>
    </message>
    <message>
        <source>The exact request appears here.</source>
        <translation>发出的请求原文会显示在这里。</translation>
    </message>
    <message>
        <source>The exact answer appears here.</source>
        <translation>收到的响应原文会显示在这里。</translation>
    </message>
    <message>
        <source>The call &amp;before this one is too big to be kept for comparing</source>
        <translation>上一次调用过大，未保留用于比较(&amp;B)</translation>
    </message>
    <message>
        <source>No answer came back.</source>
        <translation>没有收到答复。</translation>
    </message>
    <message>
        <source>Not sent: this is the request as it would have been.</source>
        <translation>未发送：这是原本要发出的请求。</translation>
    </message>
    <message>
        <source>cut off after {size}</source>
        <translation>在 {size} 处中断</translation>
    </message>
    <message>
        <source>Show side by side</source>
        <translation>左右排列</translation>
    </message>
    <message>
        <source>Show one above the other</source>
        <translation>上下排列</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Compare messages</source>
        <translation>比较消息</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>复制为</translation>
    </message>
    <message>
        <source>Copy the call as code</source>
        <translation>将调用复制为代码</translation>
    </message>
</context>
<context>
    <name>FieldCarrier</name>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names} 等另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>They stand in the table as they were: put their names right, or take them out.</source>
        <translation>它们原样留在表格中：请改正名称，或将其删除。</translation>
    </message>
    <message>
        <source>It is not known what REST calls these fields: {names}.</source>
        <translation>不清楚这些字段在 REST 中的名称：{names}。</translation>
    </message>
    <message>
        <source>It is not known what SOAP calls these fields: {names}.</source>
        <translation>不清楚这些字段在 SOAP 中的名称：{names}。</translation>
    </message>
    <message>
        <source>Names of fields for REST</source>
        <translation>REST 的字段名称</translation>
    </message>
    <message>
        <source>Names of fields for SOAP</source>
        <translation>SOAP 的字段名称</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Match case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>第 {number} 处，共 {count} 处</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Find in this message</source>
        <translation>在此消息中查找</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Close the find bar</source>
        <translation>关闭查找栏</translation>
    </message>
</context>
<context>
    <name>FindBox</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Loa&amp;d</source>
        <translation>读取(&amp;D)</translation>
    </message>
    <message>
        <source>Take it as {this}</source>
        <translation>视为 {this}</translation>
    </message>
    <message>
        <source>Looks like {this}, but you chose {that}.</source>
        <translation>看起来像：{this}，但您选择了：{that}。</translation>
    </message>
    <message>
        <source>a Salesforce ID</source>
        <translation>Salesforce ID</translation>
    </message>
    <message>
        <source>a Marketo ID</source>
        <translation>Marketo ID</translation>
    </message>
    <message>
        <source>an email address</source>
        <translation>电子邮箱地址</translation>
    </message>
    <message>
        <source>a foreign ID</source>
        <translation>外部 ID</translation>
    </message>
    <message>
        <source>a Marketo cookie</source>
        <translation>Marketo cookie</translation>
    </message>
    <message>
        <source>Looks like {this}.</source>
        <translation>看起来像：{this}。</translation>
    </message>
    <message>
        <source>Looks like the Salesforce ID of a contact.</source>
        <translation>看起来像 Salesforce 联系人的 ID。</translation>
    </message>
    <message>
        <source>Looks like the Salesforce ID of a lead.</source>
        <translation>看起来像 Salesforce 潜在客户的 ID。</translation>
    </message>
    <message>
        <source>Looks like a Salesforce ID, but of neither a contact nor a lead: Marketo finds no lead by it.</source>
        <translation>看起来像 Salesforce ID，但既不是联系人也不是潜在客户：Marketo 无法据此找到潜在客户。</translation>
    </message>
    <message>
        <source>Looks like a Salesforce ID with a slip in it: copy it again.</source>
        <translation>看起来像有误的 Salesforce ID：请重新复制。</translation>
    </message>
    <message>
        <source>Too large for a Marketo ID: taken as a foreign ID.</source>
        <translation>数字过大，不是 Marketo ID：已视为外部 ID。</translation>
    </message>
    <message>
        <source>The Marketo ID in this web address.</source>
        <translation>此网址中的 Marketo ID。</translation>
    </message>
    <message>
        <source>The Salesforce ID in this web address.</source>
        <translation>此网址中的 Salesforce ID。</translation>
    </message>
    <message>
        <source>There is no ID of a lead in this web address.</source>
        <translation>此网址中没有潜在客户的 ID。</translation>
    </message>
    <message>
        <source>There is more than one key in this text: leave only the one you mean.</source>
        <translation>此文本中有多个查找键：请只保留您指的那一个。</translation>
    </message>
    <message>
        <source>Not sure what this is: choose it below.</source>
        <translation>无法判断这是什么：请在下方选择。</translation>
    </message>
    <message>
        <source>Paste an ID, address or cookie</source>
        <translation>粘贴 ID、邮箱或 cookie</translation>
    </message>
    <message>
        <source>Which lead: an ID, an address or a cookie</source>
        <translation>哪一条潜在客户：ID、邮箱地址或 cookie</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>ForeignField</name>
    <message>
        <source>Find it</source>
        <translation>查找字段</translation>
    </message>
    <message>
        <source>Save the connection first: then its Marketo can be asked.</source>
        <translation>请先保存连接，之后才能查询它的 Marketo。</translation>
    </message>
    <message>
        <source>Asking Marketo for its fields…</source>
        <translation>正在向 Marketo 查询字段…</translation>
    </message>
    <message>
        <source>Marketo did not tell its fields. The page Check says what is wrong.</source>
        <translation>Marketo 没有给出字段。“检查”页会说明问题所在。</translation>
    </message>
    <message>
        <source>{label}  ({name})</source>
        <translation>{label}（{name}）</translation>
    </message>
    <message>
        <source>This Marketo has no field of its own by which leads could be looked up. Ask its admin.</source>
        <translation>此 Marketo 没有可用于查找潜在客户的自定义字段。请询问其管理员。</translation>
    </message>
    <message>
        <source>Choose from the list, or type a part of the name.</source>
        <translation>请从列表中选择，或输入名称的一部分。</translation>
    </message>
</context>
<context>
    <name>FormWords</name>
    <message>
        <source>Paste the REST endpoint that Marketo shows under Admin, Web Services.</source>
        <translation>请粘贴 Marketo 在“管理 &gt; Web 服务”中显示的 REST 端点。</translation>
    </message>
    <message>
        <source>Paste the client ID that Marketo shows under Admin, LaunchPoint, View Details.</source>
        <translation>请粘贴 Marketo 在“管理 &gt; LaunchPoint &gt; 查看详细信息”中显示的客户端 ID。</translation>
    </message>
    <message>
        <source>There is a space or an invisible character inside this client ID.</source>
        <translation>此客户端 ID 中有空格或不可见字符。</translation>
    </message>
    <message>
        <source>N&amp;ame</source>
        <translation>名称(&amp;A)</translation>
    </message>
    <message>
        <source>SOAP &amp;endpoint</source>
        <translation>SOAP 端点(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;User ID</source>
        <translation>用户 ID(&amp;U)</translation>
    </message>
    <message>
        <source>Encryption ke&amp;y</source>
        <translation>加密密钥(&amp;Y)</translation>
    </message>
    <message>
        <source>All three stood in Marketo under Admin &gt; Integration &gt; Web Services, SOAP API. Marketo removed SOAP on 2026-07-31: for a live Marketo, let “More” make a REST connection from this one.</source>
        <translation>这三项原先位于 Marketo 的“管理 &gt; 集成 &gt; Web 服务，SOAP API”。Marketo 已于 2026-07-31 移除 SOAP：要连接真实的 Marketo，请用“更多”从此连接创建一个 REST 连接。</translation>
    </message>
    <message>
        <source>REST &amp;endpoint</source>
        <translation>REST 端点(&amp;E)</translation>
    </message>
    <message>
        <source>Client I&amp;D</source>
        <translation>客户端 ID(&amp;D)</translation>
    </message>
    <message>
        <source>Identity address (&amp;optional)</source>
        <translation>身份服务地址（可选）(&amp;O)</translation>
    </message>
    <message>
        <source>Field for forei&amp;gn IDs</source>
        <translation>存放外部 ID 的字段(&amp;G)</translation>
    </message>
    <message>
        <source>Client secret (ke&amp;y)</source>
        <translation>客户端密钥(&amp;Y)</translation>
    </message>
    <message>
        <source>Endpoint: Admin &gt; Integration &gt; Web Services, REST API. Client ID and secret: Admin &gt; Integration &gt; LaunchPoint, View Details of your service. If there is none, an admin adds one of type Custom, for an API-only user whose role may read and write leads. REST has no foreign IDs: where your leads have one in a field of their own, name that field, and leads can be found by it.</source>
        <translation>端点：“管理 &gt; 集成 &gt; Web 服务，REST API”。客户端 ID 和密钥：“管理 &gt; 集成 &gt; LaunchPoint”，您的服务的“查看详细信息”。如果没有服务，请管理员添加一个 Custom 类型的服务，使用其角色可读写潜在客户的仅限 API 用户。REST 没有外部 ID：如果您的潜在客户把它存放在某个自定义字段中，请填写该字段，即可用它查找潜在客户。</translation>
    </message>
    <message>
        <source>Give the connection a name, such as the name of the Marketo instance.</source>
        <translation>请为连接命名，例如 Marketo 实例的名称。</translation>
    </message>
    <message>
        <source>Another connection has this name.</source>
        <translation>另一个连接已使用此名称。</translation>
    </message>
    <message>
        <source>Paste the user ID that Marketo shows beside the endpoint.</source>
        <translation>请粘贴 Marketo 在端点旁显示的用户 ID。</translation>
    </message>
    <message>
        <source>There is a space or an invisible character inside this user ID.</source>
        <translation>此用户 ID 中有空格或不可见字符。</translation>
    </message>
    <message>
        <source>This is no REST name of a field: it begins with a letter and holds letters, digits and underscores.</source>
        <translation>这不是字段的 REST 名称：须以字母开头，只含字母、数字和下划线。</translation>
    </message>
    <message>
        <source>Paste the SOAP endpoint that Marketo shows under Admin, Web Services.</source>
        <translation>请粘贴 Marketo 在“管理 &gt; Web 服务”中显示的 SOAP 端点。</translation>
    </message>
    <message>
        <source>This is no web address. It begins with https://.</source>
        <translation>这不是网址。网址以 https:// 开头。</translation>
    </message>
    <message>
        <source>http:// is not encrypted. Use the address with https://.</source>
        <translation>http:// 没有加密。请使用 https:// 地址。</translation>
    </message>
    <message>
        <source>This is the REST endpoint. Paste the SOAP endpoint.</source>
        <translation>这是 REST 端点。请粘贴 SOAP 端点。</translation>
    </message>
    <message>
        <source>This is a SOAP endpoint. Paste the REST endpoint.</source>
        <translation>这是 SOAP 地址。请粘贴 REST 端点。</translation>
    </message>
    <message>
        <source>There is a login inside this address. Take it out.</source>
        <translation>此地址中含有登录信息。请将其去掉。</translation>
    </message>
</context>
<context>
    <name>GuardBar</name>
    <message numerus="yes">
        <source>&amp;Unlock for %n minutes</source>
        <translation>
            <numerusform>解锁 %n 分钟(&amp;U)</numerusform>
        </translation>
    </message>
    <message>
        <source>Really unlock writing?</source>
        <translation>确定解锁写入？</translation>
    </message>
    <message>
        <source>Lock &amp;now</source>
        <translation>立即锁定(&amp;N)</translation>
    </message>
    <message>
        <source>Read-only: unlock writing above before you send.</source>
        <translation>只读：请先在上方解除写入锁定，再发送。</translation>
    </message>
    <message>
        <source>Writing unlocked: production</source>
        <translation>写入已解锁：生产环境</translation>
    </message>
    <message>
        <source>Writing unlocked</source>
        <translation>写入已解锁</translation>
    </message>
    <message>
        <source>Read-only: production</source>
        <translation>只读：生产环境</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>locks itself in {minutes}:{seconds}</source>
        <translation>{minutes}:{seconds} 后自动锁定</translation>
    </message>
    <message>
        <source>Time until writing locks itself</source>
        <translation>距离写入自动锁定的时间</translation>
    </message>
    <message>
        <source>Production guard</source>
        <translation>生产环境保护</translation>
    </message>
</context>
<context>
    <name>HaltNote</name>
    <message>
        <source>Why nothing was sent</source>
        <translation>未发送的原因</translation>
    </message>
    <message>
        <source>Nothing was sent yet: tick what you mean to do, then send.</source>
        <translation>尚未发送：请先勾选您确实要做的事，再发送。</translation>
    </message>
    <message>
        <source>Nothing was sent: several leads share this key. Choose the one you mean, or send again for the newest.</source>
        <translation>未发送任何内容：有多条潜在客户使用此查找键。请选择您要的那一条，或再次发送以更改最新的一条。</translation>
    </message>
    <message>
        <source>Nothing was sent: no lead has this key. Is it right?</source>
        <translation>未发送任何内容：没有潜在客户具有此查找键。它正确吗？</translation>
    </message>
    <message>
        <source>Nothing was sent: as it is, this cannot be sent. The reason stands above.</source>
        <translation>尚未发送任何内容：现在这样无法发送。原因见上方。</translation>
    </message>
    <message>
        <source>Nothing was sent: Marketo would skip this. The reason stands above.</source>
        <translation>尚未发送任何内容：Marketo 会跳过它。原因见上方。</translation>
    </message>
    <message>
        <source>Nothing was sent: the lead could not be looked up first. Try again; or tick what you mean to do, where that is asked, and send without a look.</source>
        <translation>没有发送任何内容：未能先查询到该潜在客户。请重试；或者在要求确认处勾选您确实要做的事，不查询直接发送。</translation>
    </message>
    <message>
        <source>Stopped before anything was sent.</source>
        <translation>在发送任何内容之前已停止。</translation>
    </message>
    <message>
        <source>Nothing was sent: the lead is not as it was when you loaded it. See below.</source>
        <translation>未发送：该潜在客户与您读取时已不相同，请看下方。</translation>
    </message>
    <message>
        <source>Nothing was sent: the form was edited meanwhile. Send again when it is ready.</source>
        <translation>未发送：查找期间表单被修改过。准备好后请再次发送。</translation>
    </message>
</context>
<context>
    <name>HelpPages</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Fixes one Marketo lead at a time, and says before and after what happens.</source>
        <translation>一次修改一条 Marketo 潜在客户，事前说明会发生什么，事后说明发生了什么。</translation>
    </message>
    <message>
        <source>It talks to nobody but the Marketo you chose: no telemetry, no check for updates.</source>
        <translation>它只与您选择的 Marketo 通信：不收集使用数据，也不检查更新。</translation>
    </message>
    <message>
        <source>Marketo removed its SOAP API on 31 July 2026; only the practice server still speaks it.</source>
        <translation>Marketo 已于 2026 年 7 月 31 日停用 SOAP API；现在只有练习服务器仍然支持它。</translation>
    </message>
    <message>
        <source>Licence of this program: MIT.</source>
        <translation>本程序的许可证：MIT。</translation>
    </message>
    <message>
        <source>The window uses Qt and PySide6 under the LGPL, version 3. You may replace these libraries by your own build; they lie beside the program as separate files.</source>
        <translation>窗口使用 LGPL 第 3 版许可的 Qt 和 PySide6。您可以用自己编译的版本替换这些库；它们作为独立文件与程序放在一起。</translation>
    </message>
    <message>
        <source>About mktgui</source>
        <translation>关于 mktgui</translation>
    </message>
    <message>
        <source>Go to the key</source>
        <translation>转到查找键</translation>
    </message>
    <message>
        <source>Load the lead, or read it again</source>
        <translation>读取潜在客户，或重新读取</translation>
    </message>
    <message>
        <source>Add a field</source>
        <translation>添加字段</translation>
    </message>
    <message>
        <source>Edit the new value</source>
        <translation>编辑新值</translation>
    </message>
    <message>
        <source>Edit the new value in several lines, and end that</source>
        <translation>以多行方式编辑新值，或结束多行编辑</translation>
    </message>
    <message>
        <source>Change true and false; choose a value while editing</source>
        <translation>切换 true 和 false；编辑时打开可选值</translation>
    </message>
    <message>
        <source>While editing: on to the next cell that can be edited</source>
        <translation>编辑时：转到下一个可编辑的单元格</translation>
    </message>
    <message>
        <source>Use what the remark offers</source>
        <translation>采用备注中的建议</translation>
    </message>
    <message>
        <source>Make the field a favourite, or one no longer</source>
        <translation>收藏该字段，或取消收藏</translation>
    </message>
    <message>
        <source>Delete the row</source>
        <translation>删除此行</translation>
    </message>
    <message>
        <source>Check a workspace or a partition</source>
        <translation>检查工作区或分区</translation>
    </message>
    <message>
        <source>Filter the fields; find in a message, find the next one</source>
        <translation>筛选字段；在消息中查找、查找下一个</translation>
    </message>
    <message>
        <source>New change, duplicate the change</source>
        <translation>新的更改，复制当前更改</translation>
    </message>
    <message>
        <source>Next draft</source>
        <translation>下一个草稿</translation>
    </message>
    <message>
        <source>Close the draft, bring back what was closed</source>
        <translation>关闭草稿，恢复已关闭的草稿</translation>
    </message>
    <message>
        <source>Open a draft from a file, save it as one</source>
        <translation>从文件打开草稿，将草稿保存为文件</translation>
    </message>
    <message>
        <source>Copy the receipt for the ticket</source>
        <translation>复制用于工单的回执</translation>
    </message>
    <message>
        <source>Set to empty</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Leave alone</source>
        <translation>不改动</translation>
    </message>
    <message>
        <source>Copy cells, paste two columns from a spreadsheet</source>
        <translation>复制单元格、粘贴电子表格中的两列</translation>
    </message>
    <message>
        <source>Copy all lines that are shown</source>
        <translation>复制显示的所有行</translation>
    </message>
    <message>
        <source>Undo, redo</source>
        <translation>撤销、重做</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Result drawer, result, request and response, preview</source>
        <translation>结果面板、结果、请求与响应、预览</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Copy the last call for a ticket</source>
        <translation>复制上一次调用，用于工单</translation>
    </message>
    <message>
        <source>History of calls</source>
        <translation>调用历史</translation>
    </message>
    <message>
        <source>See the same change over SOAP and REST</source>
        <translation>查看同一更改的 SOAP 与 REST 形式</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>本页</translation>
    </message>
</context>
<context>
    <name>HistoryActs</name>
    <message>
        <source>&amp;Re-read the lead</source>
        <translation>重新读取潜在客户(&amp;R)</translation>
    </message>
    <message>
        <source>Opens a draft with the same key and reads the lead. Nothing is written.</source>
        <translation>用同一查找键打开一份草稿并读取该潜在客户。不会写入任何内容。</translation>
    </message>
    <message>
        <source>Send a&amp;gain…</source>
        <translation>再次发送(&amp;G)…</translation>
    </message>
    <message>
        <source>Opens a draft with the same changes, looked up, planned and checked anew. You send it.</source>
        <translation>打开一份含相同更改的草稿，重新查询、重新规划、重新检查。由您来发送。</translation>
    </message>
    <message>
        <source>Put it &amp;back…</source>
        <translation>恢复原值(&amp;B)…</translation>
    </message>
    <message>
        <source>Opens a draft with the old values. Nothing is sent until you send it.</source>
        <translation>打开一份填有原值的草稿。在您发送之前不会发送任何内容。</translation>
    </message>
    <message>
        <source>&amp;Open as a new draft</source>
        <translation>作为新草稿打开(&amp;O)</translation>
    </message>
    <message>
        <source>Opens what was typed, for the connection that is in use. Nothing is sent until you send it.</source>
        <translation>为当前使用的连接打开当时输入的内容。在您发送之前不会发出任何内容。</translation>
    </message>
    <message>
        <source>&amp;Copy receipt</source>
        <translation>复制回执(&amp;C)</translation>
    </message>
    <message>
        <source>Who, when, which lead, and each field old and new: for a ticket.</source>
        <translation>何人、何时、哪条潜在客户，以及每个字段的原值和新值：供工单使用。</translation>
    </message>
    <message>
        <source>Copy for a &amp;ticket…</source>
        <translation>复制到工单(&amp;T)…</translation>
    </message>
    <message>
        <source>Request and response with personal values masked, for somebody else to read.</source>
        <translation>请求和响应，个人信息已遮盖，供他人阅读。</translation>
    </message>
    <message>
        <source>The &amp;same over SOAP and REST…</source>
        <translation>SOAP 与 REST 对照(&amp;S)…</translation>
    </message>
    <message>
        <source>What was typed, as a SOAP request and as its REST equivalent. Nothing is sent.</source>
        <translation>把输入的内容显示为 SOAP 请求和对应的 REST 请求。不会发送任何内容。</translation>
    </message>
    <message>
        <source>&amp;Pin</source>
        <translation>固定(&amp;P)</translation>
    </message>
    <message>
        <source>A pinned call is kept, however old it gets.</source>
        <translation>固定的调用无论多久都会保留。</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>The chosen calls as CSV, JSON or HAR.</source>
        <translation>将所选调用导出为 CSV、JSON 或 HAR。</translation>
    </message>
    <message>
        <source>Export &amp;all that fit…</source>
        <translation>导出全部匹配项(&amp;A)…</translation>
    </message>
    <message>
        <source>All that the search finds, as a file.</source>
        <translation>将搜索到的全部调用存为文件。</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>移除(&amp;M)</translation>
    </message>
    <message>
        <source>It can be taken back for a while.</source>
        <translation>短时间内可以撤回。</translation>
    </message>
    <message>
        <source>Un&amp;pin</source>
        <translation>取消固定(&amp;P)</translation>
    </message>
</context>
<context>
    <name>HistoryDetails</name>
    <message>
        <source>The rest of this call could not be read ({detail}).</source>
        <translation>无法读取此调用的其余内容（{detail}）。</translation>
    </message>
    <message>
        <source>Choose a call to see what was sent, and what became of it.</source>
        <translation>选择一次调用，查看发送了什么、结果如何。</translation>
    </message>
    <message>
        <source>{lead}, {moment}</source>
        <translation>{lead}，{moment}</translation>
    </message>
    <message>
        <source>No field was changed by this call.</source>
        <translation>此调用没有更改任何字段。</translation>
    </message>
    <message>
        <source>No values were kept of this call: only that it was, and how it ended.</source>
        <translation>此调用没有保留任何值：只记录了有过这次调用及其结果。</translation>
    </message>
    <message>
        <source>Reading the messages…</source>
        <translation>正在读取报文…</translation>
    </message>
    <message>
        <source>No messages were kept of this call.</source>
        <translation>没有保留此调用的报文。</translation>
    </message>
    <message>
        <source>The messages of this call could not be read ({detail}).</source>
        <translation>无法读取此调用的报文（{detail}）。</translation>
    </message>
    <message>
        <source>The fields of this call</source>
        <translation>此调用的字段</translation>
    </message>
    <message>
        <source>The chosen call</source>
        <translation>所选调用</translation>
    </message>
    <message>
        <source>&amp;What happened</source>
        <translation>结果(&amp;W)</translation>
    </message>
    <message>
        <source>Re&amp;quest and response</source>
        <translation>请求与响应(&amp;Q)</translation>
    </message>
</context>
<context>
    <name>HistoryDoor</name>
    <message>
        <source>This was made for the connection {name}. It is open for {other} now; nothing has been sent.</source>
        <translation>这是为连接 {name} 所做的。现已为 {other} 打开；尚未发送任何内容。</translation>
    </message>
    <message>
        <source>The connection {name} is not there any more, and another Marketo has other leads. You can open it as a new draft.</source>
        <translation>连接 {name} 已不存在，而其他 Marketo 中是别的潜在客户。您可以将其作为新草稿打开。</translation>
    </message>
    <message>
        <source>This call went to {name}, and the window is on {other}. All open drafts would go to {name}.</source>
        <translation>此调用发往 {name}，而窗口当前使用 {other}。切换后所有打开的草稿都将发往 {name}。</translation>
    </message>
    <message>
        <source>Use {name}, and open it</source>
        <translation>改用 {name} 并打开</translation>
    </message>
    <message>
        <source>Receipt copied.</source>
        <translation>回执已复制。</translation>
    </message>
    <message numerus="yes">
        <source>The program ended during %n calls: it is not known what became of them.</source>
        <translation>
            <numerusform>程序在 %n 次调用进行时结束：不知道它们的结果。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the history</source>
        <translation>显示历史记录</translation>
    </message>
</context>
<context>
    <name>HistoryExporter</name>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>HTTP archive, redacted (*.har)</source>
        <translation>HTTP 存档，已脱敏 (*.har)</translation>
    </message>
    <message>
        <source>Export calls</source>
        <translation>导出调用</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>调用</translation>
    </message>
    <message numerus="yes">
        <source>%n calls written to {path}. The values are in it; signature and user are not.</source>
        <translation>
            <numerusform>已将 %n 次调用写入 {path}。其中包含值；不含签名和用户。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calls written to {path}: those whose messages were kept. The values are in them; signature and user are not.</source>
        <translation>
            <numerusform>已将 %n 次调用写入 {path}：即保留了报文的那些。其中包含值；不含签名和用户。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was written to {path} ({detail}).</source>
        <translation>没有向 {path} 写入任何内容（{detail}）。</translation>
    </message>
</context>
<context>
    <name>HistoryFilter</name>
    <message>
        <source>&amp;Pinned only</source>
        <translation>仅固定的(&amp;P)</translation>
    </message>
    <message>
        <source>Every connection</source>
        <translation>所有连接</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>Practice over REST</source>
        <translation>练习（REST）</translation>
    </message>
    <message>
        <source>Every call</source>
        <translation>所有调用</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Looks at leads</source>
        <translation>查询潜在客户</translation>
    </message>
    <message>
        <source>Fields read</source>
        <translation>读取字段</translation>
    </message>
    <message>
        <source>Credential checks</source>
        <translation>凭据检查</translation>
    </message>
    <message>
        <source>Every outcome</source>
        <translation>任何结果</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>已写入</translation>
    </message>
    <message>
        <source>Not written</source>
        <translation>未写入</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>结果未知</translation>
    </message>
    <message>
        <source>Went wrong</source>
        <translation>出错</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>任何时间</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>从…到…</translation>
    </message>
    <message>
        <source>Search: lead, field, old or new value, status, note, date …</source>
        <translation>搜索：潜在客户、字段、旧值或新值、状态、备注、日期…</translation>
    </message>
    <message>
        <source>Empty the search</source>
        <translation>清空搜索</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>搜索历史记录</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Kind of call</source>
        <translation>调用类型</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Pinned only</source>
        <translation>仅固定的</translation>
    </message>
    <message>
        <source>Every word has to be found; words in &quot;double quotes&quot; stay together.</source>
        <translation>每个词都必须找到；&quot;双引号&quot;中的词视为一个整体。</translation>
    </message>
</context>
<context>
    <name>HistoryList</name>
    <message>
        <source>Past calls, newest first</source>
        <translation>过去的调用，最新的在前</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>潜在客户</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>更改内容</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Ticket and note</source>
        <translation>工单与备注</translation>
    </message>
    <message>
        <source>{text}, pinned</source>
        <translation>{text}，已固定</translation>
    </message>
</context>
<context>
    <name>HistoryNote</name>
    <message>
        <source>This could not be kept ({detail}). It is still here: press Enter in the field to try again.</source>
        <translation>无法保存（{detail}）。内容仍在此处：在字段中按 Enter 键重试。</translation>
    </message>
    <message>
        <source>This could not be kept, because no values are kept on this computer.</source>
        <translation>无法保存，因为此计算机上不保留任何值。</translation>
    </message>
    <message>
        <source>&amp;Ticket</source>
        <translation>工单(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>备注(&amp;N)</translation>
    </message>
    <message>
        <source>Ticket number</source>
        <translation>工单号</translation>
    </message>
    <message>
        <source>Note on this call</source>
        <translation>此调用的备注</translation>
    </message>
</context>
<context>
    <name>HistoryWindow</name>
    <message>
        <source>This call is not kept any more.</source>
        <translation>此调用已不再保留。</translation>
    </message>
    <message numerus="yes">
        <source>%n calls removed.</source>
        <translation>
            <numerusform>已移除 %n 次调用。</numerusform>
        </translation>
    </message>
    <message>
        <source>Take that back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>No call fits this search.</source>
        <translation>没有符合搜索条件的调用。</translation>
    </message>
    <message>
        <source>The history cannot be read just now. Calls are made all the same.</source>
        <translation>目前无法读取历史记录。调用照常进行。</translation>
    </message>
    <message>
        <source>Nothing is recorded just now. Calls are made all the same.</source>
        <translation>目前不记录任何内容。调用照常进行。</translation>
    </message>
    <message>
        <source>Reading the history…</source>
        <translation>正在读取历史记录…</translation>
    </message>
    <message>
        <source>Nothing sent yet. The history stays on this computer; you choose how long, and whether at all.</source>
        <translation>尚未发送任何内容。历史记录只留在此计算机上；是否保留、保留多久由您决定。</translation>
    </message>
    <message>
        <source>History – mktgui</source>
        <translation>历史记录 – mktgui</translation>
    </message>
    <message>
        <source>&amp;Show every call</source>
        <translation>显示所有调用(&amp;S)</translation>
    </message>
    <message>
        <source>What is &amp;kept…</source>
        <translation>保留内容(&amp;K)…</translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Look at a lead</source>
        <translation>查询潜在客户</translation>
    </message>
    <message>
        <source>Fields read</source>
        <translation>读取字段</translation>
    </message>
    <message>
        <source>Credential check</source>
        <translation>凭据检查</translation>
    </message>
    <message>
        <source>PRACTICE</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>TEST</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>Created a new lead, an update was meant</source>
        <translation>本应更新，却新建了潜在客户</translation>
    </message>
    <message>
        <source>Called new, but it was there before</source>
        <translation>称为新建，但此前已存在</translation>
    </message>
    <message>
        <source>Updated, a new lead was expected</source>
        <translation>已更新，原本预期新建</translation>
    </message>
    <message>
        <source>Updated another lead than was meant</source>
        <translation>更新了另一条潜在客户，并非所指的那条</translation>
    </message>
    <message>
        <source>Check, or partitions read</source>
        <translation>检查或读取分区</translation>
    </message>
    <message>
        <source>{environment} {name}</source>
        <translation>{environment} {name}</translation>
    </message>
    <message>
        <source>#{id}</source>
        <translation>#{id}</translation>
    </message>
    <message>
        <source>Change (values not kept)</source>
        <translation>更改（未保留值）</translation>
    </message>
    <message>
        <source>Change of no field</source>
        <translation>没有更改字段</translation>
    </message>
    <message numerus="yes">
        <source>{changes} and %n more</source>
        <translation>
            <numerusform>{changes}，另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Under way…</source>
        <translation>进行中…</translation>
    </message>
    <message>
        <source>Written (re-read)</source>
        <translation>已写入（重新读取后得知）</translation>
    </message>
    <message>
        <source>Not written (re-read)</source>
        <translation>未写入（重新读取后得知）</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>结果未知</translation>
    </message>
    <message>
        <source>Did not end</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>This call is still under way.</source>
        <translation>此调用仍在进行中。</translation>
    </message>
    <message>
        <source>Planned as an update of lead {id}.</source>
        <translation>计划为更新潜在客户 {id}。</translation>
    </message>
    <message>
        <source>Planned as an update of lead {id}, the newest with this address.</source>
        <translation>计划为更新潜在客户 {id}，即使用此地址的最新一个。</translation>
    </message>
    <message>
        <source>Planned as a new lead: nobody had this key.</source>
        <translation>计划为新建潜在客户：此前没有潜在客户使用此查找键。</translation>
    </message>
    <message>
        <source>Sent although nobody had this key, and no lead is made by it.</source>
        <translation>虽然没有潜在客户使用此查找键、也不会据此新建潜在客户，仍然发送了。</translation>
    </message>
    <message>
        <source>Sent although Marketo would skip it.</source>
        <translation>明知 Marketo 会跳过，仍然发送。</translation>
    </message>
    <message>
        <source>Sent without a look at the lead before.</source>
        <translation>发送前没有查询该潜在客户。</translation>
    </message>
    <message>
        <source>Sent although the lead could not be looked up before.</source>
        <translation>虽然事先无法查询该潜在客户，仍然发送了。</translation>
    </message>
    <message>
        <source>Sent by a key that cannot be looked up before.</source>
        <translation>发送所用的查找键无法事先查询。</translation>
    </message>
    <message>
        <source>key: {key}</source>
        <translation>查找键：{key}</translation>
    </message>
    <message>
        <source>workspace: {name}</source>
        <translation>工作区：{name}</translation>
    </message>
    <message>
        <source>HTTP {status}</source>
        <translation>HTTP {status}</translation>
    </message>
    <message>
        <source>{date}, {time}</source>
        <translation>{date} {time}</translation>
    </message>
    <message>
        <source>{field}: {new}</source>
        <translation>{field}：{new}</translation>
    </message>
    <message>
        <source>{field}: {old} → {new}</source>
        <translation>{field}：{old} → {new}</translation>
    </message>
    <message>
        <source>May have been written</source>
        <translation>可能已写入</translation>
    </message>
    <message>
        <source>Created a new lead</source>
        <translation>已新建潜在客户</translation>
    </message>
    <message>
        <source>Updated, not all as asked</source>
        <translation>已更新，但并非全部如所求</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>已更新</translation>
    </message>
    <message>
        <source>Marketo could not save it</source>
        <translation>Marketo 无法保存</translation>
    </message>
    <message>
        <source>Skipped by Marketo</source>
        <translation>被 Marketo 跳过</translation>
    </message>
    <message>
        <source>Not written</source>
        <translation>未写入</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>已找到</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已答复</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Stopped before it was sent</source>
        <translation>发送前已停止</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Refused ({code})</source>
        <translation>被拒绝（{code}）</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>Refused: its token had run out</source>
        <translation>被拒绝：令牌已失效</translation>
    </message>
    <message>
        <source>No answer of Marketo&apos;s</source>
        <translation>没有 Marketo 的答复</translation>
    </message>
    <message>
        <source>What was recorded when it ended: {words}.</source>
        <translation>结束时的记录：{words}。</translation>
    </message>
    <message>
        <source>It was written: the lead held what was asked for when it was re-read on {moment}.</source>
        <translation>已写入：{moment}重新读取时，该潜在客户已是您要求的值。</translation>
    </message>
    <message>
        <source>It had not been written when the lead was re-read on {moment}: nothing of it was there.</source>
        <translation>{moment}重新读取该潜在客户时尚未写入：其中没有任何相应更改。</translation>
    </message>
    <message>
        <source>If Marketo may still have been at work on it then, re-read the lead before you send it again.</source>
        <translation>如果当时 Marketo 可能仍在处理，请先重新读取该潜在客户，再重新发送。</translation>
    </message>
    <message>
        <source>The program ended, or failed, while this call was under way.</source>
        <translation>此调用进行时程序结束或出错。</translation>
    </message>
    <message>
        <source>This call did not end.</source>
        <translation>此调用没有完成。</translation>
    </message>
    <message>
        <source>Nothing was written by it.</source>
        <translation>它没有写入任何内容。</translation>
    </message>
    <message>
        <source>The change may or may not have been written.</source>
        <translation>更改可能已写入，也可能没有。</translation>
    </message>
    <message>
        <source>Re-read the lead before you send anything again: it is compared with what you asked for.</source>
        <translation>再次发送之前，请先重新读取潜在客户：程序会将它与您的要求进行比较。</translation>
    </message>
    <message>
        <source>It is not known what became of this change.</source>
        <translation>不知道此更改的结果。</translation>
    </message>
    <message>
        <source>No values were kept of this call.</source>
        <translation>没有保留此调用的值。</translation>
    </message>
    <message>
        <source>{lead}: {became}</source>
        <translation>{lead}：{became}</translation>
    </message>
</context>
<context>
    <name>KeepingWindow</name>
    <message>
        <source>Remove now what is &amp;past its time</source>
        <translation>立即移除过期内容(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Delete the whole history</source>
        <translation>删除全部历史记录(&amp;D)</translation>
    </message>
    <message>
        <source>Really delete every call, pinned ones too?</source>
        <translation>确定删除所有调用，包括固定的？</translation>
    </message>
    <message>
        <source>Open the &amp;folder</source>
        <translation>打开文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>The history cannot be read just now.</source>
        <translation>目前无法读取历史记录。</translation>
    </message>
    <message numerus="yes">
        <source>%n calls are kept.</source>
        <translation>
            <numerusform>已保留 %n 次调用。</numerusform>
        </translation>
    </message>
    <message>
        <source>Removing the values…</source>
        <translation>正在移除这些值…</translation>
    </message>
    <message>
        <source>Values are kept on this computer from now on.</source>
        <translation>从现在起在此计算机上保留值。</translation>
    </message>
    <message numerus="yes">
        <source>No values are kept any more; they were taken out of %n past calls.</source>
        <translation>
            <numerusform>不再保留任何值；已从 %n 次过去的调用中去除。</numerusform>
        </translation>
    </message>
    <message>
        <source>No values are kept any more. Past calls are as they were.</source>
        <translation>不再保留任何值。过去的调用保持原样。</translation>
    </message>
    <message numerus="yes">
        <source>%n calls were past their time and are removed.</source>
        <translation>
            <numerusform>已移除 %n 次过期的调用。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calls were deleted.</source>
        <translation>
            <numerusform>已删除 %n 次调用。</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept on this computer – mktgui</source>
        <translation>此计算机上保留的内容 – mktgui</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>关闭(&amp;L)</translation>
    </message>
    <message>
        <source>Values of leads</source>
        <translation>潜在客户的值</translation>
    </message>
    <message>
        <source>&amp;Keep them</source>
        <translation>保留(&amp;K)</translation>
    </message>
    <message>
        <source>Drafts are there again after a restart, recent leads are one click away, and the history shows what each call changed. Keys and signatures are never kept.</source>
        <translation>重新启动后草稿仍在，最近的潜在客户一键可达，历史记录显示每次调用更改了什么。密钥和签名从不保留。</translation>
    </message>
    <message>
        <source>Keep &amp;none</source>
        <translation>不保留(&amp;N)</translation>
    </message>
    <message>
        <source>Drafts end with the program, no leads are remembered, and of each call only that it was and how it ended. This goes for all copies of the program on this computer.</source>
        <translation>草稿随程序结束而消失，不记住任何潜在客户，每次调用只记录有过这次调用及其结果。此设置适用于此计算机上该程序的所有副本。</translation>
    </message>
    <message>
        <source>How long calls are kept</source>
        <translation>调用保留多久</translation>
    </message>
    <message>
        <source>D&amp;ays</source>
        <translation>天数(&amp;A)</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>永久</translation>
    </message>
    <message>
        <source>At &amp;most</source>
        <translation>最多(&amp;M)</translation>
    </message>
    <message>
        <source> calls</source>
        <translation> 次调用</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>不限数量</translation>
    </message>
    <message>
        <source>Pinned calls stay, and do not count. It is looked at once a day.</source>
        <translation>固定的调用会保留，且不计入数量。每天检查一次。</translation>
    </message>
    <message>
        <source>What is there now</source>
        <translation>现有内容</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>Where the files lie</source>
        <translation>文件所在位置</translation>
    </message>
    <message>
        <source>History, drafts and recent leads lie here, readable only for your account:</source>
        <translation>历史记录、草稿和最近的潜在客户存放于此，只有您的帐户可读：</translation>
    </message>
</context>
<context>
    <name>KeyForm</name>
    <message>
        <source>Foreign ID type</source>
        <translation>外部 ID 类型</translation>
    </message>
    <message>
        <source>Type…</source>
        <translation>类型…</translation>
    </message>
    <message>
        <source>Also set other ide&amp;ntifiers</source>
        <translation>同时设置其他标识(&amp;N)</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>无需类型</translation>
    </message>
    <message>
        <source>Ema&amp;il</source>
        <translation>电子邮箱(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Marketo ID</source>
        <translation>Marketo ID(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Foreign ID</source>
        <translation>外部 ID(&amp;F)</translation>
    </message>
    <message>
        <source>ID in the other system</source>
        <translation>另一系统中的 ID</translation>
    </message>
    <message>
        <source>Coo&amp;kie</source>
        <translation>Cookie(&amp;K)</translation>
    </message>
    <message>
        <source>Key: {name}</source>
        <translation>查找键：{name}</translation>
    </message>
    <message>
        <source>Type of the foreign ID</source>
        <translation>外部 ID 的类型</translation>
    </message>
</context>
<context>
    <name>LadderWords</name>
    <message>
        <source>You can mend this.</source>
        <translation>您可以解决此问题。</translation>
    </message>
    <message>
        <source>Your Marketo administrator can mend this.</source>
        <translation>您的 Marketo 管理员可以解决此问题。</translation>
    </message>
    <message>
        <source>Your network team can mend this.</source>
        <translation>您的网络团队可以解决此问题。</translation>
    </message>
    <message>
        <source>The makers of this program can mend this.</source>
        <translation>本程序的开发者可以解决此问题。</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>passed with a warning</source>
        <translation>通过，但有警告</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>not looked at</source>
        <translation>未检查</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>at hand</source>
        <translation>已就绪</translation>
    </message>
    <message>
        <source>{host} is {addresses}</source>
        <translation>{host} 是 {addresses}</translation>
    </message>
    <message>
        <source>through {proxy}</source>
        <translation>经由 {proxy}</translation>
    </message>
    <message>
        <source>certificate by {issuer}, valid until {expires}</source>
        <translation>证书由 {issuer} 颁发，有效期至 {expires}</translation>
    </message>
    <message>
        <source>status {status}</source>
        <translation>状态 {status}</translation>
    </message>
    <message>
        <source>a SOAP answer</source>
        <translation>SOAP 答复</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>{place} answers as the identity service does</source>
        <translation>{place} 的答复与身份服务一致</translation>
    </message>
    <message>
        <source>a REST answer</source>
        <translation>收到 REST 答复</translation>
    </message>
    <message>
        <source>not reached; usual are {calls_a_day} calls a day, {calls_in_window} in {seconds} s</source>
        <translation>未达到；通常为每天 {calls_a_day} 次，{seconds} 秒内 {calls_in_window} 次</translation>
    </message>
    <message>
        <source>may read; whether it may write shows at the first change</source>
        <translation>可以读取；能否写入要到首次更改时才知道</translation>
    </message>
    <message>
        <source>Marketo accepted client ID and secret, and answered one read-only call. Nothing was written.</source>
        <translation>Marketo 接受了客户端 ID 和密钥，并答复了一次只读调用。没有写入任何内容。</translation>
    </message>
    <message>
        <source>Marketo accepted user ID, key and clock in one read-only call. Nothing was written.</source>
        <translation>Marketo 在一次只读调用中接受了用户 ID、密钥和时钟。没有写入任何内容。</translation>
    </message>
    <message>
        <source>This connection works.</source>
        <translation>此连接可用。</translation>
    </message>
    <message>
        <source>The connection is not complete.</source>
        <translation>连接信息不完整。</translation>
    </message>
    <message>
        <source>A field is empty or cannot be used.</source>
        <translation>有字段为空或无法使用。</translation>
    </message>
    <message>
        <source>Look at the fields of the connection, and check again.</source>
        <translation>请查看连接的各个字段，然后重新检查。</translation>
    </message>
    <message>
        <source>This is the REST address.</source>
        <translation>这是 REST 地址。</translation>
    </message>
    <message>
        <source>The SOAP API has an address of its own; on this one nobody speaks SOAP.</source>
        <translation>SOAP API 有自己的地址；此地址上没有 SOAP 服务。</translation>
    </message>
    <message>
        <source>Paste the SOAP endpoint that Marketo shows under Admin, Web Services.</source>
        <translation>请粘贴 Marketo 在“管理 &gt; Web 服务”中显示的 SOAP 端点。</translation>
    </message>
    <message>
        <source>This is a SOAP address.</source>
        <translation>这是 SOAP 地址。</translation>
    </message>
    <message>
        <source>The REST API has an address of its own, and it does not follow from this one.</source>
        <translation>REST API 有自己的地址，无法由此地址推出。</translation>
    </message>
    <message>
        <source>Paste the REST endpoint that Marketo shows under Admin, Web Services.</source>
        <translation>请粘贴 Marketo 在“管理 &gt; Web 服务”中显示的 REST 端点。</translation>
    </message>
    <message>
        <source>The clock of this computer is wrong.</source>
        <translation>本机的时钟不准。</translation>
    </message>
    <message>
        <source>Marketo&apos;s clock and this one differ by too much.</source>
        <translation>Marketo 的时钟与本机相差太大。</translation>
    </message>
    <message>
        <source>Set the clock right, best by letting the system set it, and check again.</source>
        <translation>请校准时钟（最好由系统自动设置），然后重新检查。</translation>
    </message>
    <message>
        <source>Something on the way forbids this address ({status}).</source>
        <translation>途中有设备禁止访问此地址（{status}）。</translation>
    </message>
    <message>
        <source>A filter or a proxy of this network answered instead of Marketo.</source>
        <translation>答复来自本网络的过滤器或代理服务器，而不是 Marketo。</translation>
    </message>
    <message>
        <source>Ask for the address to be allowed.</source>
        <translation>请申请放行此地址。</translation>
    </message>
    <message>
        <source>Nothing was written: the check only reads. Check again in a while.</source>
        <translation>没有写入任何内容：检查只读取。请稍后再检查一次。</translation>
    </message>
    <message>
        <source>Marketo&apos;s vendor removed the SOAP API on 2026-07-31; that may be the reason.</source>
        <translation>Marketo 的厂商已于 2026-07-31 移除 SOAP API；这可能就是原因。</translation>
    </message>
    <message>
        <source>The certificate was issued by {issuer}.</source>
        <translation>证书由 {issuer} 颁发。</translation>
    </message>
    <message>
        <source>Marketo&apos;s own words: {text}</source>
        <translation>Marketo 的原话：{text}</translation>
    </message>
    <message>
        <source>accepted, as {scope}</source>
        <translation>已接受，身份为 {scope}</translation>
    </message>
    <message>
        <source>none that this API user may see</source>
        <translation>没有此 API 用户可以查看的分区</translation>
    </message>
    <message numerus="yes">
        <source>this computer is %n second(s) ahead</source>
        <translation>
            <numerusform>本机快 %n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>this computer is %n second(s) behind</source>
        <translation>
            <numerusform>本机慢 %n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>to the second</source>
        <translation>准确到秒</translation>
    </message>
    <message>
        <source>not needed: the address is a number</source>
        <translation>不需要：地址是数字</translation>
    </message>
    <message>
        <source>left to the proxy</source>
        <translation>交给代理服务器</translation>
    </message>
    <message>
        <source>none on the way</source>
        <translation>途中没有</translation>
    </message>
    <message>
        <source>not needed on this computer</source>
        <translation>本机不需要</translation>
    </message>
    <message>
        <source>the answer told no time</source>
        <translation>答复没有给出时间</translation>
    </message>
    <message>
        <source>Connection filled in</source>
        <translation>连接信息</translation>
    </message>
    <message>
        <source>Encryption key or client secret</source>
        <translation>加密密钥或客户端密钥</translation>
    </message>
    <message>
        <source>Identity service</source>
        <translation>身份服务</translation>
    </message>
    <message>
        <source>Client ID and secret</source>
        <translation>客户端 ID 和密钥</translation>
    </message>
    <message>
        <source>REST API</source>
        <translation>REST API</translation>
    </message>
    <message>
        <source>Limits of calls</source>
        <translation>调用限制</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>{place} answers</source>
        <translation>{place} 已接通</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>未检查</translation>
    </message>
    <message>
        <source>Name lookup</source>
        <translation>名称查询</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理服务器</translation>
    </message>
    <message>
        <source>Network connection</source>
        <translation>网络连接</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Web server</source>
        <translation>Web 服务器</translation>
    </message>
    <message>
        <source>SOAP API</source>
        <translation>SOAP API</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>User ID and key</source>
        <translation>用户 ID 和密钥</translation>
    </message>
</context>
<context>
    <name>LateDrawer</name>
    <message>
        <source>Nothing was copied: there is no complete call yet.</source>
        <translation>未复制任何内容：还没有完整的调用。</translation>
    </message>
</context>
<context>
    <name>LeadChooser</name>
    <message>
        <source>▶ Marketo would change this one, the newest</source>
        <translation>▶ Marketo 会更改这一条（最新的）</translation>
    </message>
    <message>
        <source>&amp;Use this lead</source>
        <translation>使用这条潜在客户(&amp;U)</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>{count} leads have this key. Which one do you mean?</source>
        <translation>有 {count} 条潜在客户使用此查找键。您指的是哪一条？</translation>
    </message>
    <message>
        <source>Marketo ID</source>
        <translation>Marketo ID</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Foreign ID</source>
        <translation>外部 ID</translation>
    </message>
    <message>
        <source>Partition</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>{id}, Marketo would change this one</source>
        <translation>{id}，Marketo 会更改这一条</translation>
    </message>
    <message>
        <source>Leads with this key</source>
        <translation>使用此查找键的潜在客户</translation>
    </message>
</context>
<context>
    <name>LimitsNote</name>
    <message numerus="yes">
        <source>%n calls today, {recent} in the last {seconds} s</source>
        <translation>
            <numerusform>今天 %n 次调用，最近 {seconds} 秒内 {recent} 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Marketo allows {calls} calls in {seconds} s. Soon reads will wait, and a write may be refused.</source>
        <translation>Marketo 允许每 {seconds} 秒 {calls} 次调用。读取即将需要等待，写入可能被拒绝。</translation>
    </message>
    <message>
        <source>Marketo allows {calls} calls in {seconds} s. Reads wait now, and a write will probably be refused.</source>
        <translation>Marketo 允许每 {seconds} 秒 {calls} 次调用。读取现在需要等待，写入很可能被拒绝。</translation>
    </message>
    <message>
        <source>Marketo usually allows {daily} calls a day for all programs together; most of them are used up.</source>
        <translation>Marketo 通常允许所有程序每天共 {daily} 次调用，大部分已经用完。</translation>
    </message>
    <message>
        <source>Marketo usually allows {daily} calls a day, and they are used up until midnight, US Central.</source>
        <translation>Marketo 通常允许每天 {daily} 次调用，今天的已经用完，美国中部时间午夜后恢复。</translation>
    </message>
    <message>
        <source>As seen by this program. Marketo counts the calls of all programs that use it.</source>
        <translation>仅统计本程序的调用。Marketo 会统计所有使用它的程序的调用。</translation>
    </message>
</context>
<context>
    <name>LineEdits</name>
    <message>
        <source>Add rows</source>
        <translation>添加行</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Set to empty</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Leave alone</source>
        <translation>不改动</translation>
    </message>
    <message>
        <source>Delete rows</source>
        <translation>删除行</translation>
    </message>
    <message>
        <source>Clear cells</source>
        <translation>清除单元格</translation>
    </message>
</context>
<context>
    <name>LongEditor</name>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Done (Shift+Enter)</source>
        <translation>完成 (Shift+Enter)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel (Esc)</source>
        <translation>取消 (Esc)</translation>
    </message>
    <message>
        <source>New value of {field}</source>
        <translation>{field} 的新值</translation>
    </message>
</context>
<context>
    <name>LookState</name>
    <message>
        <source>Start a new lead with it</source>
        <translation>用它新建潜在客户</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>{count} leads have this key. Choose which one you mean.</source>
        <translation>有 {count} 条潜在客户使用此查找键。请选择您指的是哪一条。</translation>
    </message>
    <message>
        <source>{why} Its values are not shown here, but it can be changed.</source>
        <translation>{why}这里不显示它的值，但可以更改。</translation>
    </message>
    <message>
        <source>Not read. {title} {remedy}</source>
        <translation>未读取。{title}{remedy}</translation>
    </message>
    <message>
        <source>Read {time}</source>
        <translation>读取于 {time}</translation>
    </message>
    <message>
        <source>Read {time} ({ago})</source>
        <translation>读取于 {time}（{ago}）</translation>
    </message>
    <message>
        <source>No lead that this account can see has this address. Is it spelled right?</source>
        <translation>此账号可见的潜在客户中没有使用此地址的。拼写正确吗？</translation>
    </message>
    <message>
        <source>No lead that this account can see has this Marketo ID. Check the number: a new lead cannot have it.</source>
        <translation>此账号可见的潜在客户中没有此 Marketo ID。请核对号码：新建的潜在客户不能使用它。</translation>
    </message>
    <message>
        <source>No lead that this account can see has this foreign ID. Is it all of it?</source>
        <translation>此账号可见的潜在客户中没有此外部 ID。是否完整？</translation>
    </message>
    <message>
        <source>No lead that this account can see has this cookie. Is it all of it?</source>
        <translation>此账号可见的潜在客户中没有此 cookie。是否完整？</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>This connection was deleted: choose another one above before you send.</source>
        <translation>此连接已被删除：请先在上方选择其他连接，再发送。</translation>
    </message>
    <message>
        <source>PRACTICE</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>TEST</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>{environment} – mktgui</source>
        <translation>{environment} – mktgui</translation>
    </message>
    <message>
        <source>{environment}: {name} – mktgui</source>
        <translation>{environment}: {name} – mktgui</translation>
    </message>
</context>
<context>
    <name>MaskedValuesModel</name>
    <message>
        <source>Masked</source>
        <translation>遮盖</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Written as</source>
        <translation>写作</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>masked</source>
        <translation>已遮盖</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>未遮盖</translation>
    </message>
    <message>
        <source>{kind}, {state}</source>
        <translation>{kind}，{state}</translation>
    </message>
</context>
<context>
    <name>MeantNote</name>
    <message>
        <source>To be confirmed before this is sent</source>
        <translation>发送之前需要确认</translation>
    </message>
    <message>
        <source>I mean to create a new lead if there is none</source>
        <translation>如果没有，我确实要新建一条潜在客户</translation>
    </message>
    <message>
        <source>I mean to overwrite the email address of this lead</source>
        <translation>我确实要覆盖这条潜在客户的邮箱地址</translation>
    </message>
    <message>
        <source>I mean to send the same again, though it may have been written already</source>
        <translation>我确实要再次发送相同的内容，尽管它可能已经写入</translation>
    </message>
    <message>
        <source>I mean to give this foreign ID to this lead</source>
        <translation>我确实要把这个外部 ID 指定给这条潜在客户</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Lead</source>
        <translation>潜在客户(&amp;L)</translation>
    </message>
    <message>
        <source>Check a pa&amp;rtition…</source>
        <translation>检查分区(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;New change</source>
        <translation>新的更改(&amp;N)</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>复制草稿(&amp;U)</translation>
    </message>
    <message>
        <source>Bring &amp;back what was closed</source>
        <translation>恢复已关闭的草稿(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Open a draft from a file…</source>
        <translation>从文件打开草稿(&amp;O)…</translation>
    </message>
    <message>
        <source>Save the draft as a &amp;file…</source>
        <translation>将草稿保存为文件(&amp;F)…</translation>
    </message>
    <message>
        <source>Go to the &amp;key</source>
        <translation>转到查找键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Load the lead</source>
        <translation>读取潜在客户(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>发送(&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>Copy the recei&amp;pt</source>
        <translation>复制回执(&amp;P)</translation>
    </message>
    <message>
        <source>Clos&amp;e</source>
        <translation>关闭(&amp;E)</translation>
    </message>
    <message>
        <source>Copy for a t&amp;icket…</source>
        <translation>复制到工单(&amp;I)…</translation>
    </message>
    <message>
        <source>The same over SOAP &amp;and REST…</source>
        <translation>SOAP 与 REST 对照(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Connections…</source>
        <translation>连接(&amp;C)…</translation>
    </message>
    <message>
        <source>Check a &amp;workspace…</source>
        <translation>检查工作区(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>历史记录(&amp;H)…</translation>
    </message>
    <message>
        <source>Kept on this co&amp;mputer…</source>
        <translation>此计算机上保留的内容(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>Result &amp;drawer</source>
        <translation>结果抽屉(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Result</source>
        <translation>结果(&amp;R)</translation>
    </message>
    <message>
        <source>Re&amp;quest and response</source>
        <translation>请求与响应(&amp;Q)</translation>
    </message>
    <message>
        <source>Previe&amp;w</source>
        <translation>预览(&amp;W)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>颜色(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Support file…</source>
        <translation>支持文件(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;About mktgui</source>
        <translation>关于 mktgui(&amp;A)</translation>
    </message>
</context>
<context>
    <name>MessageDetails</name>
    <message>
        <source>Body</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>{size} ({bytes} bytes)</source>
        <translation>{size}（{bytes} 字节）</translation>
    </message>
    <message>
        <source>Sent as</source>
        <translation>传输形式</translation>
    </message>
    <message>
        <source>{encoding}, shown unpacked</source>
        <translation>{encoding}，已解压显示</translation>
    </message>
    <message>
        <source>{encoding}, not all of it unpacked</source>
        <translation>{encoding}，未能全部解压</translation>
    </message>
    <message>
        <source>{encoding}, with a byte order mark</source>
        <translation>{encoding}，带字节顺序标记</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>读取编码</translation>
    </message>
    <message>
        <source>The header claims {claimed}; what the bytes say of themselves counted.</source>
        <translation>标头声称是 {claimed}；以字节本身所示为准。</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>开始于</translation>
    </message>
    <message>
        <source>The answer broke off before its end.</source>
        <translation>答复在结束前中断了。</translation>
    </message>
    <message>
        <source>It went over the connection of the request before it.</source>
        <translation>沿用了上一个请求的连接。</translation>
    </message>
    <message>
        <source>in all</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Certificate of</source>
        <translation>证书所属</translation>
    </message>
    <message>
        <source>Vouched for by</source>
        <translation>签发者</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>{milliseconds} ms</source>
        <translation>{milliseconds} 毫秒</translation>
    </message>
</context>
<context>
    <name>MessageMenu</name>
    <message>
        <source>&amp;Find…</source>
        <translation>查找(&amp;F)…</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>查找下一处(&amp;N)</translation>
    </message>
    <message>
        <source>Find &amp;previous</source>
        <translation>查找上一处(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;XPath filter…</source>
        <translation>XPath 筛选(&amp;X)…</translation>
    </message>
    <message>
        <source>F&amp;old the element</source>
        <translation>折叠此元素(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Unfold it</source>
        <translation>展开(&amp;U)</translation>
    </message>
    <message>
        <source>Fold &amp;all</source>
        <translation>全部折叠(&amp;A)</translation>
    </message>
    <message>
        <source>Unfol&amp;d all</source>
        <translation>全部展开(&amp;D)</translation>
    </message>
    <message>
        <source>Text of usual si&amp;ze</source>
        <translation>恢复文字大小(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Wrap lines</source>
        <translation>自动换行(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>放大文字(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>缩小文字(&amp;S)</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Pa&amp;th filter…</source>
        <translation>路径筛选(&amp;T)…</translation>
    </message>
    <message numerus="yes">
        <source>Folded: %n lines are hidden.</source>
        <translation>
            <numerusform>已折叠：隐藏了 %n 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Unfolded.</source>
        <translation>已展开。</translation>
    </message>
    <message>
        <source>All folded.</source>
        <translation>已全部折叠。</translation>
    </message>
    <message>
        <source>All unfolded.</source>
        <translation>已全部展开。</translation>
    </message>
</context>
<context>
    <name>MessageTaker</name>
    <message>
        <source>Copied as it is shown.</source>
        <translation>已按显示的内容复制。</translation>
    </message>
    <message>
        <source>Save the message</source>
        <translation>保存消息</translation>
    </message>
    <message>
        <source>Not saved: {error}</source>
        <translation>未保存：{error}</translation>
    </message>
    <message>
        <source>Copied, with signature and user ID.</source>
        <translation>已复制，含签名和用户 ID。</translation>
    </message>
    <message>
        <source>Copied; signature and user ID are masked.</source>
        <translation>已复制；签名和用户 ID 已遮盖。</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>Saved as {path}, with signature and user ID.</source>
        <translation>已保存为 {path}，含签名和用户 ID。</translation>
    </message>
    <message>
        <source>Saved as {path}; signature and user ID are masked.</source>
        <translation>已保存为 {path}；签名和用户 ID 已遮盖。</translation>
    </message>
    <message>
        <source>Saved as {path}, byte for byte.</source>
        <translation>已逐字节保存为 {path}。</translation>
    </message>
</context>
<context>
    <name>MessageView</name>
    <message>
        <source>Formatted</source>
        <translation>格式化</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>This message has no body: these are its first line and its headers.</source>
        <translation>此消息没有正文：这里是它的首行和标头。</translation>
    </message>
    <message>
        <source>This is only the beginning, as it came. Copy and Save take all of it.</source>
        <translation>这里只按原样显示开头部分。复制和保存会取全部内容。</translation>
    </message>
    <message>
        <source>This is not well-formed JSON, so it is shown as it came.</source>
        <translation>这不是格式正确的 JSON，因此按原样显示。</translation>
    </message>
    <message>
        <source>Long lines go on behind ↪. Copy and Save take them whole.</source>
        <translation>过长的行在 ↪ 后继续。复制和保存会取整行。</translation>
    </message>
    <message>
        <source>This is not well-formed XML, so it is shown as it came.</source>
        <translation>这不是格式正确的 XML，因此按原样显示。</translation>
    </message>
</context>
<context>
    <name>MovingWords</name>
    <message>
        <source>REST endpoint: Admin &gt; Integration &gt; Web Services, REST API.</source>
        <translation>REST 端点：“管理 &gt; 集成 &gt; Web 服务，REST API”。</translation>
    </message>
    <message>
        <source>Client ID and client secret: Admin &gt; Integration &gt; LaunchPoint, View Details of your service.</source>
        <translation>客户端 ID 和密钥：“管理 &gt; 集成 &gt; LaunchPoint”，您的服务的“查看详细信息”。</translation>
    </message>
    <message>
        <source>Partitions in place of workspaces: Marketo lists them as soon as the connection works.</source>
        <translation>以分区代替工作区：连接可用后，Marketo 会列出分区。</translation>
    </message>
    <message>
        <source>Only if you use foreign IDs: the field that holds them. Save, then press Find it.</source>
        <translation>仅当您使用外部 ID 时：存放它的字段。请先保存，再点“查找字段”。</translation>
    </message>
    <message>
        <source>Made from {name}, which stays as it is. Still to be filled in:</source>
        <translation>根据 {name} 创建，原连接保持不变。还需填写：</translation>
    </message>
</context>
<context>
    <name>NameEditor</name>
    <message>
        <source>Fields with such a name</source>
        <translation>名称相符的字段</translation>
    </message>
</context>
<context>
    <name>NetworkForm</name>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>Type the name of the proxy, as your network team gives it.</source>
        <translation>请输入网络团队提供的代理服务器名称。</translation>
    </message>
    <message>
        <source>This is no name of a computer: no spaces, no http:// before it.</source>
        <translation>这不是计算机名称：不要有空格，前面不要加 http://。</translation>
    </message>
    <message>
        <source>A port lies between 1 and 65535.</source>
        <translation>端口在 1 到 65535 之间。</translation>
    </message>
    <message>
        <source>A user name for a proxy has no colon and no invisible character.</source>
        <translation>代理服务器的用户名不能有冒号和不可见字符。</translation>
    </message>
    <message>
        <source>As the environment: on for production</source>
        <translation>随环境：生产环境开启</translation>
    </message>
    <message>
        <source>On: nothing is sent until it is unlocked</source>
        <translation>开启：解锁之前不发送任何内容</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>As the system says</source>
        <translation>随系统设置</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>This one:</source>
        <translation>使用此代理：</translation>
    </message>
    <message>
        <source>Certificates to trust besides those of the system</source>
        <translation>除系统证书外还要信任的证书</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>证书（*.pem *.crt *.cer）</translation>
    </message>
    <message>
        <source>EMEA, APAC</source>
        <translation>EMEA, APAC</translation>
    </message>
    <message>
        <source>With commas between them. A name that has a comma itself stands in double quotes.</source>
        <translation>以逗号分隔。名称本身含有逗号时，请用双引号括起来。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>only those of the system</source>
        <translation>仅系统证书</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>&amp;Workspaces or partitions</source>
        <translation>工作区或分区(&amp;W)</translation>
    </message>
    <message>
        <source>Read-&amp;only</source>
        <translation>只读(&amp;O)</translation>
    </message>
    <message>
        <source>Prox&amp;y</source>
        <translation>代理服务器(&amp;Y)</translation>
    </message>
    <message>
        <source>Pro&amp;xy host</source>
        <translation>代理主机(&amp;X)</translation>
    </message>
    <message>
        <source>Proxy &amp;user</source>
        <translation>代理用户(&amp;U)</translation>
    </message>
    <message>
        <source>Own c&amp;ertificates</source>
        <translation>自有证书(&amp;E)</translation>
    </message>
    <message>
        <source>Proxy passwor&amp;d</source>
        <translation>代理密码(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Time to connect</source>
        <translation>连接时限(&amp;T)</translation>
    </message>
    <message>
        <source>Time to &amp;answer</source>
        <translation>答复时限(&amp;A)</translation>
    </message>
    <message>
        <source>Port of the proxy</source>
        <translation>代理服务器端口</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Put away</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>The connections could not all be read ({detail}). The file was kept as {kept}.</source>
        <translation>部分连接无法读取（{detail}）。原文件已保留为 {kept}。</translation>
    </message>
    <message>
        <source>The connections were saved by a newer version of this program. The file was kept as {kept}.</source>
        <translation>连接是由本程序的较新版本保存的。原文件已保留为 {kept}。</translation>
    </message>
    <message>
        <source>The connections could not be read ({detail}). You can go on with the practice server.</source>
        <translation>无法读取连接（{detail}）。您可以继续使用练习服务器。</translation>
    </message>
    <message>
        <source>The connections could not be saved ({detail}). What was there before is still there.</source>
        <translation>无法保存连接（{detail}）。之前的内容仍然保留。</translation>
    </message>
    <message>
        <source>Something kept on this computer could not be read. It lies untouched at {path}.</source>
        <translation>保存在这台电脑上的某项内容无法读取，原样保留在 {path}。</translation>
    </message>
    <message>
        <source>Something here was kept by a newer version of this program. It lies untouched at {path}.</source>
        <translation>此处有内容由本程序的更新版本保存，原样保留在 {path}。</translation>
    </message>
    <message>
        <source>This is not a file of this program: {path}. Nothing was taken from it.</source>
        <translation>这不是本程序的文件：{path}。未从中读取任何内容。</translation>
    </message>
    <message>
        <source>This file is too big to be one of ours: {path}. Nothing was taken from it.</source>
        <translation>此文件过大，不是本程序的文件：{path}。未从中读取任何内容。</translation>
    </message>
    <message>
        <source>{path} could not be read ({detail}). Nothing was lost by that.</source>
        <translation>无法读取 {path}（{detail}）。没有任何内容因此丢失。</translation>
    </message>
    <message>
        <source>This could not be kept on the disk ({detail}): {path}. It is still in the window, and is tried again.</source>
        <translation>无法保存到磁盘（{detail}）：{path}。内容仍在窗口中，程序会再次尝试保存。</translation>
    </message>
    <message>
        <source>The history of calls is broken and could not be set aside ({detail}): nothing is recorded.</source>
        <translation>调用历史记录已损坏且无法移开（{detail}）：不记录任何内容。</translation>
    </message>
    <message>
        <source>The history of calls could not be read. It was set aside as {kept}, and a new one is begun.</source>
        <translation>无法读取调用历史记录。已移存为 {kept}，并新建了一份。</translation>
    </message>
    <message>
        <source>The history was made by a newer version of this program and is left as it is: nothing is recorded. Calls are made all the same.</source>
        <translation>历史记录由此程序的较新版本创建，保持原样：不记录任何内容。调用照常进行。</translation>
    </message>
    <message>
        <source>The history of calls could not be read ({detail}). Calls are made all the same.</source>
        <translation>无法读取调用历史记录（{detail}）。调用照常进行。</translation>
    </message>
    <message>
        <source>The history cannot be written on this disk ({detail}): nothing is recorded. Calls are made all the same.</source>
        <translation>无法在此磁盘上写入历史记录（{detail}）：不记录任何内容。调用照常进行。</translation>
    </message>
    <message>
        <source>The disk is full: calls are made, but not recorded. Make room, and they will be recorded again.</source>
        <translation>磁盘已满：调用照常进行，但不记录。腾出空间后将恢复记录。</translation>
    </message>
    <message>
        <source>Another copy of this program held the history for too long ({detail}). Calls are made all the same.</source>
        <translation>此程序的另一个副本占用历史记录过久（{detail}）。调用照常进行。</translation>
    </message>
    <message>
        <source>No values are kept on this computer, and no notes either.</source>
        <translation>此计算机上不保留任何值，也不保留备注。</translation>
    </message>
    <message>
        <source>The program is ending: nothing is recorded any more.</source>
        <translation>程序正在结束：不再记录任何内容。</translation>
    </message>
</context>
<context>
    <name>OutcomeWords</name>
    <message>
        <source>Marketo answered.</source>
        <translation>Marketo 已答复。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>It is not yet known whether the change was written.</source>
        <translation>尚不清楚更改是否已写入。</translation>
    </message>
    <message>
        <source>Look at the lead in Marketo before you send it again.</source>
        <translation>再次发送之前，请先在 Marketo 中查看这条潜在客户。</translation>
    </message>
    <message>
        <source>Something in this program went wrong ({name}).</source>
        <translation>本程序出现错误（{name}）。</translation>
    </message>
    <message>
        <source>Reading changes nothing: try again in a while.</source>
        <translation>读取不会更改任何内容：请稍后重试。</translation>
    </message>
    <message>
        <source>It is not known whether the change was written.</source>
        <translation>不清楚更改是否已写入。</translation>
    </message>
    <message>
        <source>The cookie is linked to the lead.</source>
        <translation>Cookie 已关联到该潜在客户。</translation>
    </message>
    <message>
        <source>The lead is written, its cookie is not linked. Marketo&apos;s own words: {text}</source>
        <translation>潜在客户已写入，但 Cookie 未关联。Marketo 的原话：{text}</translation>
    </message>
    <message>
        <source>The lead is written, its cookie was not sent. Send again to link it.</source>
        <translation>潜在客户已写入，但 Cookie 未发送。再次发送即可关联。</translation>
    </message>
    <message numerus="yes">
        <source>It asks to wait %n second(s).</source>
        <translation>
            <numerusform>对方要求等待 %n 秒。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It asks to wait %n minute(s).</source>
        <translation>
            <numerusform>对方要求等待 %n 分钟。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>没有写入任何内容。</translation>
    </message>
    <message>
        <source>The change may or may not have been written.</source>
        <translation>更改可能已写入，也可能没有。</translation>
    </message>
    <message>
        <source>The change was written.</source>
        <translation>更改已写入。</translation>
    </message>
    <message>
        <source>Marketo&apos;s own words: {text}</source>
        <translation>Marketo 的原话：{text}</translation>
    </message>
    <message>
        <source>Updated {lead}.</source>
        <translation>已更新{lead}。</translation>
    </message>
    <message>
        <source>Marketo could not save the lead.</source>
        <translation>Marketo 未能保存这条潜在客户。</translation>
    </message>
    <message>
        <source>Marketo answered, but did not say what became of {lead}.</source>
        <translation>Marketo 作了答复，但没有说明{lead}的处理结果。</translation>
    </message>
    <message>
        <source>Marketo answered, but did not say what became of the lead.</source>
        <translation>Marketo 作了答复，但没有说明该潜在客户的处理结果。</translation>
    </message>
    <message>
        <source>So it is not known whether anything was written.</source>
        <translation>因此无法得知是否写入了内容。</translation>
    </message>
    <message>
        <source>This program does not know that word, so it is not known whether anything was written.</source>
        <translation>本程序不认识这个状态，因此不清楚是否写入了内容。</translation>
    </message>
    <message>
        <source>Marketo answered “{status}” for {lead}.</source>
        <translation>对于{lead}，Marketo 答复“{status}”。</translation>
    </message>
    <message>
        <source>No lead matched what you sent, so Marketo made a new one.</source>
        <translation>没有与您发送的内容匹配的潜在客户，因此 Marketo 新建了一条。</translation>
    </message>
    <message>
        <source>The lead is written; whether its cookie is linked is not known. Send again to be sure.</source>
        <translation>潜在客户已写入，但不清楚 Cookie 是否已关联。请重新发送以确保关联。</translation>
    </message>
    <message>
        <source>If you meant to change an existing lead: check the spelling, and have the two merged in Marketo.</source>
        <translation>如果您本想更改现有的潜在客户：请检查拼写，并在 Marketo 中合并这两条。</translation>
    </message>
    <message>
        <source>Marketo gives no reason: check the key, the values and where the lead belongs.</source>
        <translation>Marketo 没有给出原因：请检查查找键、值以及潜在客户所属的位置。</translation>
    </message>
    <message>
        <source>If they are right, ask your Marketo administrator before you send it again.</source>
        <translation>如果都无误，请先询问 Marketo 管理员，再重新发送。</translation>
    </message>
    <message>
        <source>Correct what Marketo names and send again.</source>
        <translation>请更正 Marketo 指出的内容，然后重新发送。</translation>
    </message>
    <message>
        <source>CREATED {lead}: it is new.</source>
        <translation>新建了{lead}。</translation>
    </message>
    <message>
        <source>Marketo remarks: {text}</source>
        <translation>Marketo 的说明：{text}</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) sent.</source>
        <translation>
            <numerusform>已发送 %n 个字段。</numerusform>
        </translation>
    </message>
    <message>
        <source>The lead was not sent back, so what it holds now is not shown.</source>
        <translation>潜在客户未被返回，因此无法显示它现在的内容。</translation>
    </message>
    <message>
        <source>lead {id}</source>
        <translation>潜在客户 {id}</translation>
    </message>
    <message>
        <source>a lead without a number</source>
        <translation>一条没有编号的潜在客户</translation>
    </message>
</context>
<context>
    <name>OutsideWords</name>
    <message>
        <source>The connection {name} was changed outside this window. It is used as it is now.</source>
        <translation>连接“{name}”已在此窗口之外被更改，现在起按更改后的内容使用。</translation>
    </message>
    <message>
        <source>The connection {name} was changed outside this window: where it leads, or as whom. From now on it is used as it is now. What was read of the lead is forgotten; your drafts stay.</source>
        <translation>连接“{name}”已在此窗口之外被更改：所连的地址或所用的账号与之前不同。现在起按更改后的内容使用。之前读取的潜在客户数据已清除，您的草稿仍保留。</translation>
    </message>
    <message>
        <source>The connection {name} was deleted outside this window. Your drafts stay, and nothing can be sent until you choose another connection above.</source>
        <translation>连接“{name}”已在此窗口之外被删除。您的草稿仍保留；在上方选择其他连接之前，无法发送任何内容。</translation>
    </message>
    <message>
        <source>The connection {name} is there again.</source>
        <translation>连接“{name}”又可用了。</translation>
    </message>
    <message>
        <source>{name} was deleted outside this window.</source>
        <translation>“{name}”已在此窗口之外被删除。</translation>
    </message>
    <message>
        <source>What you typed is still here: save it to have it again, or discard it.</source>
        <translation>您输入的内容仍在这里：保存即可恢复该连接，也可以放弃更改。</translation>
    </message>
    <message>
        <source>{name} was changed outside this window.</source>
        <translation>“{name}”已在此窗口之外被更改。</translation>
    </message>
    <message>
        <source>What you typed is still here: save it over that, or discard it to see what there is now.</source>
        <translation>您输入的内容仍在这里：保存会覆盖外部的更改，放弃更改则可查看当前的内容。</translation>
    </message>
</context>
<context>
    <name>PartitionCheck</name>
    <message>
        <source>The check only reads: it lists the partitions that this API user may see, and reads the lead if you name one. Nothing is written.</source>
        <translation>此检查只读取：列出此 API 用户可以查看的分区；如果您指定了潜在客户，再读取该潜在客户。不会写入任何内容。</translation>
    </message>
    <message>
        <source>C&amp;heck</source>
        <translation>检查(&amp;H)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Nothing has been asked yet. Check lists the partitions.</source>
        <translation>尚未查询。点击“检查”会列出分区。</translation>
    </message>
    <message>
        <source>This API user may see no partition.</source>
        <translation>此 API 用户没有可以查看的分区。</translation>
    </message>
    <message>
        <source>This API user may see these partitions: {names}.</source>
        <translation>此 API 用户可以查看以下分区：{names}。</translation>
    </message>
    <message>
        <source>To look for one, fill in its name.</source>
        <translation>要查找某个分区，请填写其名称。</translation>
    </message>
    <message>
        <source>The partition {partition} is there, but the lead could not be read.</source>
        <translation>分区 {partition} 存在，但无法读取该潜在客户。</translation>
    </message>
    <message>
        <source>Do you mean {meant}?</source>
        <translation>您是指 {meant} 吗？</translation>
    </message>
    <message>
        <source>Yes: there is a partition {partition}, and this API user may see it.</source>
        <translation>是：分区 {partition} 存在，此 API 用户可以查看。</translation>
    </message>
    <message>
        <source>No: this API user sees no partition {partition}.</source>
        <translation>否：此 API 用户看不到分区 {partition}。</translation>
    </message>
    <message>
        <source>Yes: lead {lead} is in the partition {partition}.</source>
        <translation>是：潜在客户 {lead} 在分区 {partition} 中。</translation>
    </message>
    <message>
        <source>No: lead {lead} is not in the partition {partition}, but in {there}.</source>
        <translation>否：潜在客户 {lead} 不在分区 {partition} 中，而在 {there} 中。</translation>
    </message>
    <message>
        <source>The partition {partition} is there, but lead {lead} was not found.</source>
        <translation>分区 {partition} 存在，但找不到潜在客户 {lead}。</translation>
    </message>
    <message>
        <source>The partition {partition} is there; lead {lead} does not tell its own.</source>
        <translation>分区 {partition} 存在；但潜在客户 {lead} 未说明自己所在的分区。</translation>
    </message>
    <message>
        <source>Marketo refused, so this is not known.</source>
        <translation>Marketo 拒绝了请求，因此无法得知。</translation>
    </message>
    <message>
        <source>No answer of Marketo&apos;s came back, so this is not known.</source>
        <translation>未收到 Marketo 的答复，因此无法得知。</translation>
    </message>
    <message>
        <source>To see whether a lead is in it, fill in its Marketo ID and check again.</source>
        <translation>要查看某条潜在客户是否在其中，请填写其 Marketo ID 后再次检查。</translation>
    </message>
    <message>
        <source>Marketo lists these: {there}.</source>
        <translation>Marketo 列出了以下分区：{there}。</translation>
    </message>
    <message>
        <source>You can name this partition when you send this lead.</source>
        <translation>发送此潜在客户时可以指定此分区。</translation>
    </message>
    <message>
        <source>Name the partition that it is in when you send this lead.</source>
        <translation>发送此潜在客户时，请指定它所在的分区。</translation>
    </message>
    <message>
        <source>Compare the Marketo ID, or ask your Marketo administrator whether this API user may see the lead.</source>
        <translation>请核对 Marketo ID，或询问 Marketo 管理员此 API 用户是否可以查看该潜在客户。</translation>
    </message>
    <message>
        <source>Look the lead up in Marketo to see which partition it is in.</source>
        <translation>请在 Marketo 中查找该潜在客户，查看它在哪个分区。</translation>
    </message>
    <message>
        <source>If there should be one, ask your Marketo administrator whether this API user may see it.</source>
        <translation>如果应当存在，请询问 Marketo 管理员此 API 用户是否可以查看。</translation>
    </message>
    <message>
        <source>Nothing was written: the check only reads.</source>
        <translation>没有写入任何内容：此检查只读取。</translation>
    </message>
    <message>
        <source>Asking Marketo…</source>
        <translation>正在询问 Marketo…</translation>
    </message>
    <message>
        <source>Something in this program went wrong. Nothing was written.</source>
        <translation>本程序出了问题。没有写入任何内容。</translation>
    </message>
    <message>
        <source>Partition check – {name}</source>
        <translation>分区检查 – {name}</translation>
    </message>
    <message>
        <source>&amp;Partition</source>
        <translation>分区(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Marketo ID of a lead</source>
        <translation>潜在客户的 Marketo ID(&amp;M)</translation>
    </message>
</context>
<context>
    <name>PastCopies</name>
    <message>
        <source>Nothing was copied: no call is chosen.</source>
        <translation>未复制任何内容：没有选择调用。</translation>
    </message>
    <message>
        <source>Nothing was copied: the connection {name} is not there any more, and with it the address.</source>
        <translation>未复制任何内容：连接“{name}”已不存在，因此也没有了地址。</translation>
    </message>
    <message>
        <source>Nothing was copied: the address of the connection {name} is none of the API that this call went over.</source>
        <translation>未复制任何内容：连接“{name}”的地址不属于此次调用所用的 API。</translation>
    </message>
    <message>
        <source>Nothing was copied: too little was kept of this call.</source>
        <translation>未复制任何内容：此次调用保留的信息太少。</translation>
    </message>
    <message>
        <source>This call goes by a foreign ID, and the connection {name} names no field for foreign IDs. Name one under Connections, and try again. Nothing was sent or copied.</source>
        <translation>此次调用以外部 ID 查找潜在客户，而连接“{name}”没有指定外部 ID 的字段。请在“连接”中指定一个字段后重试。未发送或复制任何内容。</translation>
    </message>
</context>
<context>
    <name>PathBar</name>
    <message>
        <source>Looking…</source>
        <translation>正在查找…</translation>
    </message>
    <message numerus="yes">
        <source>%n results</source>
        <translation>
            <numerusform>%n 个结果</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n results, the first {shown} are listed</source>
        <translation>
            <numerusform>%n 个结果，列出前 {shown} 个</numerusform>
        </translation>
    </message>
    <message>
        <source>This is no XPath expression: {detail}.</source>
        <translation>这不是 XPath 表达式：{detail}。</translation>
    </message>
    <message>
        <source>The message does not say what the prefix {prefix} stands for.</source>
        <translation>消息没有说明前缀 {prefix} 代表什么。</translation>
    </message>
    <message>
        <source>There is no well-formed XML here to look in.</source>
        <translation>这里没有格式正确的 XML 可供查找。</translation>
    </message>
    <message>
        <source>In a message of this size that would take too long: it looks at every element for every other. Put ./ before // inside the brackets, or leave preceding and following out.</source>
        <translation>对这么大的消息来说会花费太长时间：它会为每个元素查看所有其他元素。请在方括号内的 // 前加上 ./，或去掉 preceding 和 following。</translation>
    </message>
    <message>
        <source>“{detail}” cannot be read as a path. These can: $.result[0].title, $.result[*].id, and ..title for everything that is called so.</source>
        <translation>无法将“{detail}”读作路径。可以这样写：$.result[0].title、$.result[*].id；用 ..title 查找所有叫这个名称的成员。</translation>
    </message>
    <message>
        <source>There is no well-formed JSON here to look in.</source>
        <translation>这里没有格式正确的 JSON 可供查找。</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>XPath expression</source>
        <translation>XPath 表达式</translation>
    </message>
    <message>
        <source>JSON path</source>
        <translation>JSON 路径</translation>
    </message>
    <message>
        <source>Close the path filter</source>
        <translation>关闭路径筛选</translation>
    </message>
    <message>
        <source>What the expression found</source>
        <translation>表达式找到的内容</translation>
    </message>
    <message>
        <source>Close the XPath filter</source>
        <translation>关闭 XPath 筛选</translation>
    </message>
    <message>
        <source>XPath</source>
        <translation>XPath</translation>
    </message>
</context>
<context>
    <name>PlanLines</name>
    <message>
        <source>Less</source>
        <translation>收起</translation>
    </message>
    <message numerus="yes">
        <source>More (%n)</source>
        <translation>
            <numerusform>更多 (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanPanel</name>
    <message>
        <source>What will happen</source>
        <translation>将会发生什么</translation>
    </message>
    <message>
        <source>&amp;Send to Marketo</source>
        <translation>发送到 Marketo(&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Send to practice</source>
        <translation>发送到练习服务器(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Send to TEST</source>
        <translation>发送到测试环境(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Send to PRODUCTION</source>
        <translation>发送到生产环境(&amp;S)</translation>
    </message>
    <message>
        <source>Row {row}</source>
        <translation>第 {row} 行</translation>
    </message>
    <message>
        <source>{field}: {sentence}</source>
        <translation>{field}：{sentence}</translation>
    </message>
    <message numerus="yes">
        <source>(and %n more)</source>
        <translation>
            <numerusform>（另有 %n 项）</numerusform>
        </translation>
    </message>
    <message>
        <source>{stage} {seconds} s</source>
        <translation>{stage} {seconds} 秒</translation>
    </message>
    <message>
        <source>Waiting for Marketo&apos;s limit of calls…</source>
        <translation>正在等待 Marketo 的调用限额…</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Securing the connection…</source>
        <translation>正在建立安全连接…</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>正在发送…</translation>
    </message>
    <message>
        <source>Waiting for the answer…</source>
        <translation>正在等待答复…</translation>
    </message>
    <message>
        <source>Receiving the answer…</source>
        <translation>正在接收答复…</translation>
    </message>
    <message>
        <source>Reading the answer…</source>
        <translation>正在读取答复…</translation>
    </message>
    <message>
        <source>A call is under way</source>
        <translation>正在调用</translation>
    </message>
</context>
<context>
    <name>PlanWords</name>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Which lead? Paste an ID or an address on the left.</source>
        <translation>哪一条潜在客户？请在左侧粘贴 ID 或邮箱地址。</translation>
    </message>
    <message>
        <source>{field}: {sentence}</source>
        <translation>{field}：{sentence}</translation>
    </message>
    <message>
        <source>{id} ({who})</source>
        <translation>{id}（{who}）</translation>
    </message>
    <message>
        <source>{lead}, the newest of {count} with this address</source>
        <translation>{lead}（使用此地址的 {count} 条中最新的一条）</translation>
    </message>
    <message>
        <source>Lead {lead}: nothing is marked to be changed</source>
        <translation>潜在客户 {lead}：没有标记要更改的内容</translation>
    </message>
    <message>
        <source>Updates lead {lead}, {fields}</source>
        <translation>更新潜在客户 {lead}，{fields}</translation>
    </message>
    <message numerus="yes">
        <source>%n fields: {names}</source>
        <translation>
            <numerusform>%n 个字段：{names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more in the table</source>
        <translation>
            <numerusform>表格中还有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{value} (as it is now)</source>
        <translation>{value}（与当前值相同）</translation>
    </message>
    <message>
        <source>(will be emptied)</source>
        <translation>（将被清空）</translation>
    </message>
</context>
<context>
    <name>PreviewPage</name>
    <message>
        <source>The request to be sent</source>
        <translation>将要发送的请求</translation>
    </message>
    <message>
        <source>There is nothing to send yet: the reason stands beside Send.</source>
        <translation>还没有可发送的内容：原因显示在发送按钮旁。</translation>
    </message>
    <message>
        <source>This cannot be written as Marketo wants it: Send would say why.</source>
        <translation>无法按 Marketo 的要求写成请求：发送时会说明原因。</translation>
    </message>
</context>
<context>
    <name>ProfileEditor</name>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>D&amp;iscard changes</source>
        <translation>放弃更改(&amp;I)</translation>
    </message>
    <message>
        <source>Not saved yet. Save, or discard the changes, then close.</source>
        <translation>尚未保存。请先保存或放弃更改，然后关闭。</translation>
    </message>
    <message>
        <source>(new)</source>
        <translation>（新建）</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Deleted, with its key.</source>
        <translation>已删除，包括其密钥。</translation>
    </message>
    <message>
        <source>The connection is saved, its key is not.</source>
        <translation>连接已保存，但密钥没有保存。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Written to {path}, without keys and passwords.</source>
        <translation>已写入 {path}，不含密钥和密码。</translation>
    </message>
    <message>
        <source>Not saved yet: put right what is marked, and save again.</source>
        <translation>尚未保存：请改正标出的内容后重新保存。</translation>
    </message>
    <message>
        <source>{name} (copy)</source>
        <translation>{name}（副本）</translation>
    </message>
    <message>
        <source>{name} (REST)</source>
        <translation>{name}（REST）</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) added. Type their keys anew: no file holds them.</source>
        <translation>
            <numerusform>已添加 %n 个连接。请重新输入其密钥：文件中不保存密钥。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not everything could be read: {detail}</source>
        <translation>有内容无法读取：{detail}</translation>
    </message>
    <message>
        <source>Still saving: the keyring may be asking you in a window of its own.</source>
        <translation>仍在保存：密钥环可能正在自己的窗口中询问您。</translation>
    </message>
    <message>
        <source>Not saved: {detail}. What was there before is still there.</source>
        <translation>未保存：{detail}。之前的内容仍然保留。</translation>
    </message>
    <message>
        <source>Not deleted: the keyring did not let go of the key.</source>
        <translation>未删除：密钥环没有移除密钥。</translation>
    </message>
    <message>
        <source>Not saved: something in this program went wrong.</source>
        <translation>未保存：本程序出现错误。</translation>
    </message>
    <message>
        <source>Import connections</source>
        <translation>导入连接</translation>
    </message>
    <message>
        <source>Export connections</source>
        <translation>导出连接</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
</context>
<context>
    <name>ProfileForm</name>
    <message>
        <source>This is the address made of what you pasted.</source>
        <translation>这是根据您粘贴的内容得出的地址。</translation>
    </message>
    <message>
        <source>Test (sandbox)</source>
        <translation>测试（沙箱）</translation>
    </message>
    <message>
        <source>Production: real leads</source>
        <translation>生产：真实的潜在客户</translation>
    </message>
    <message>
        <source>Practice (a practice server of your own)</source>
        <translation>练习（您自己的练习服务器）</translation>
    </message>
    <message>
        <source>REST</source>
        <translation>REST</translation>
    </message>
    <message>
        <source>SOAP (removed by Marketo on 2026-07-31)</source>
        <translation>SOAP（Marketo 已于 2026-07-31 移除）</translation>
    </message>
    <message>
        <source>API (&amp;transport)</source>
        <translation>API（传输方式）(&amp;T)</translation>
    </message>
    <message>
        <source>En&amp;vironment</source>
        <translation>环境(&amp;V)</translation>
    </message>
</context>
<context>
    <name>ProfileList</name>
    <message>
        <source>&amp;New</source>
        <translation>新建(&amp;N)</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>删除(&amp;L)</translation>
    </message>
    <message>
        <source>Really delete?</source>
        <translation>确定删除？</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>更多(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>复制一份(&amp;D)</translation>
    </message>
    <message>
        <source>Make a &amp;REST connection from this one…</source>
        <translation>从此连接创建 REST 连接(&amp;R)…</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move dow&amp;n</source>
        <translation>下移(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>E&amp;xport all, without keys…</source>
        <translation>导出全部（不含密钥）(&amp;X)…</translation>
    </message>
    <message>
        <source>Save or discard the changes first.</source>
        <translation>请先保存或放弃更改。</translation>
    </message>
    <message>
        <source>Your connections</source>
        <translation>您的连接</translation>
    </message>
</context>
<context>
    <name>PutBackNote</name>
    <message>
        <source>These are the old values. Nothing has been written yet.</source>
        <translation>这些是原来的值，尚未写入任何内容。</translation>
    </message>
</context>
<context>
    <name>PutBackWords</name>
    <message>
        <source>Campaigns that the change has triggered and emails that went out stay so.</source>
        <translation>更改已触发的营销活动和已发出的邮件无法撤回。</translation>
    </message>
    <message>
        <source>A new lead cannot be deleted from here: have it deleted or merged in Marketo.</source>
        <translation>无法在此删除新建的潜在客户：请在 Marketo 中删除或合并。</translation>
    </message>
    <message>
        <source>Was empty before: {names}. Marketo does not document emptying: check the lead afterwards.</source>
        <translation>原来为空：{names}。Marketo 没有说明如何清空字段：请在之后检查潜在客户。</translation>
    </message>
    <message>
        <source>Not put back, because the old value was not looked up: {names}.</source>
        <translation>没有恢复，因为事先没有查看原值：{names}。</translation>
    </message>
    <message>
        <source>Changed again since: {names}. Putting it back overwrites that too.</source>
        <translation>之后又有更改：{names}。恢复原值也会覆盖这些更改。</translation>
    </message>
    <message>
        <source>The old email address is put back; mail to the new one has gone there.</source>
        <translation>电子邮箱会恢复为原值；已发往新邮箱的邮件无法撤回。</translation>
    </message>
    <message>
        <source>The lead had no email address before, and it cannot be emptied from here.</source>
        <translation>潜在客户原来没有电子邮箱，无法在此清空。</translation>
    </message>
    <message>
        <source>The foreign ID stays with this lead: Marketo can only give it to another lead, never take it away.</source>
        <translation>外部 ID 仍属于这条潜在客户：Marketo 只能把它指定给另一条潜在客户，不能移除。</translation>
    </message>
    <message>
        <source>The cookie stays linked to this lead.</source>
        <translation>Cookie 仍与这条潜在客户关联。</translation>
    </message>
    <message>
        <source>Changed besides, and left as it is: {names}.</source>
        <translation>另有更改，保持不变：{names}。</translation>
    </message>
</context>
<context>
    <name>ReceiptWords</name>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}：{value}</translation>
    </message>
    <message>
        <source>{field}: {old} → {new} ({fate})</source>
        <translation>{field}：{old} → {new}（{fate}）</translation>
    </message>
    <message>
        <source>{field}: {new} ({fate})</source>
        <translation>{field}：{new}（{fate}）</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Old</source>
        <translation>原值</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新值</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>lead {id}</source>
        <translation>潜在客户 {id}</translation>
    </message>
    <message>
        <source>lead {id} ({who})</source>
        <translation>潜在客户 {id}（{who}）</translation>
    </message>
    <message>
        <source>Created {lead}, though lead {meant} was to be changed</source>
        <translation>新建了{lead}，而原本要更改的是潜在客户 {meant}</translation>
    </message>
    <message>
        <source>Created {lead}</source>
        <translation>新建了{lead}</translation>
    </message>
    <message>
        <source>Changed {lead}</source>
        <translation>更改了{lead}</translation>
    </message>
    <message>
        <source>Not written: {lead}</source>
        <translation>未写入：{lead}</translation>
    </message>
    <message>
        <source>Perhaps written: {lead}</source>
        <translation>可能已写入：{lead}</translation>
    </message>
    <message>
        <source>practice</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <translation>生产环境</translation>
    </message>
    <message>
        <source>{connection} ({environment})</source>
        <translation>{connection}（{environment}）</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>查找方式</translation>
    </message>
    <message>
        <source>Marketo&apos;s word</source>
        <translation>Marketo 的答复</translation>
    </message>
    <message>
        <source>Another lead was meant</source>
        <translation>原本要更改的潜在客户</translation>
    </message>
    <message>
        <source>How it is known</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>by reading the lead again</source>
        <translation>重新读取了潜在客户</translation>
    </message>
    <message>
        <source>Marketo ID</source>
        <translation>Marketo ID</translation>
    </message>
    <message>
        <source>email address</source>
        <translation>电子邮箱</translation>
    </message>
    <message>
        <source>foreign ID</source>
        <translation>外部 ID</translation>
    </message>
    <message>
        <source>Marketo cookie</source>
        <translation>Marketo Cookie</translation>
    </message>
    <message>
        <source>{label} ({name})</source>
        <translation>{label}（{name}）</translation>
    </message>
    <message>
        <source>(not known)</source>
        <translation>（未知）</translation>
    </message>
    <message>
        <source>{new}, asked {asked}</source>
        <translation>{new}，要求的是 {asked}</translation>
    </message>
    <message>
        <source>as asked</source>
        <translation>符合要求</translation>
    </message>
    <message>
        <source>emptied, as asked</source>
        <translation>已按要求清空</translation>
    </message>
    <message>
        <source>was so already</source>
        <translation>原来就是如此</translation>
    </message>
    <message>
        <source>changed by Marketo</source>
        <translation>被 Marketo 改成了别的值</translation>
    </message>
    <message>
        <source>not taken</source>
        <translation>未采纳</translation>
    </message>
    <message>
        <source>not as asked</source>
        <translation>与要求不符</translation>
    </message>
    <message>
        <source>not written</source>
        <translation>未写入</translation>
    </message>
    <message>
        <source>changed, though not asked</source>
        <translation>未要求却已更改</translation>
    </message>
    <message>
        <source>filled in, though not asked</source>
        <translation>未要求却已填写</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>RecentList</name>
    <message>
        <source>Recent leads</source>
        <translation>最近的潜在客户</translation>
    </message>
    <message>
        <source>None yet. Leads that you read or change appear here.</source>
        <translation>还没有。您读取或更改的潜在客户会显示在这里。</translation>
    </message>
    <message>
        <source>&amp;Forget this one</source>
        <translation>移除这一条(&amp;F)</translation>
    </message>
    <message>
        <source>Forget &amp;all</source>
        <translation>全部移除(&amp;A)</translation>
    </message>
    <message>
        <source>Try {address}</source>
        <translation>试试 {address}</translation>
    </message>
    <message>
        <source>{deed}, {ago}</source>
        <translation>{deed}，{ago}</translation>
    </message>
    <message>
        <source>read</source>
        <translation>已读取</translation>
    </message>
    <message numerus="yes">
        <source>%n fields changed</source>
        <translation>
            <numerusform>更改了 %n 个字段</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing changed</source>
        <translation>没有更改</translation>
    </message>
    <message>
        <source>created</source>
        <translation>已新建</translation>
    </message>
    <message>
        <source>send failed</source>
        <translation>发送失败</translation>
    </message>
</context>
<context>
    <name>RecheckWords</name>
    <message>
        <source>Nothing was sent.</source>
        <translation>没有发送任何内容。</translation>
    </message>
    <message>
        <source>Lead {loaded} is not there any more.</source>
        <translation>潜在客户 {loaded} 已不存在。</translation>
    </message>
    <message>
        <source>Somebody has this key now: lead {now}.</source>
        <translation>现在潜在客户 {now} 使用此查找键。</translation>
    </message>
    <message>
        <source>A send would now change lead {now} instead of lead {loaded}.</source>
        <translation>现在发送会更改潜在客户 {now}，而不是潜在客户 {loaded}。</translation>
    </message>
    <message numerus="yes">
        <source>%n lead(s) share this key now.</source>
        <translation>
            <numerusform>现在有 %n 条潜在客户使用同一个查找键。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) you are about to send have changed meanwhile.</source>
        <translation>
            <numerusform>您要发送的字段中，有 %n 个在此期间已更改。</numerusform>
        </translation>
    </message>
    <message>
        <source>The lead has changed meanwhile, but nothing that you are about to send.</source>
        <translation>潜在客户在此期间已更改，但不涉及您要发送的字段。</translation>
    </message>
    <message>
        <source>Somebody has deleted or merged it, or changed its key.</source>
        <translation>它可能已被删除或合并，或者查找键已更改。</translation>
    </message>
    <message>
        <source>It would be updated, and no new lead be made.</source>
        <translation>发送会更新它，而不会新建潜在客户。</translation>
    </message>
    <message>
        <source>To change lead {loaded}, go by its Marketo ID.</source>
        <translation>要更改潜在客户 {loaded}，请按其 Marketo ID 查找。</translation>
    </message>
    <message>
        <source>Marketo would still change lead {loaded}, the newest. Is it the one you mean?</source>
        <translation>Marketo 仍会更改最新的一条，即潜在客户 {loaded}。它是您要的那一条吗？</translation>
    </message>
    <message>
        <source>Take over what is there now to see what a send would do.</source>
        <translation>请采用现在的值，以查看发送会产生什么结果。</translation>
    </message>
    <message>
        <source>{field}: was {loaded} when you loaded it, is {now} now, and you ask for {asked}.</source>
        <translation>{field}：读取时是 {loaded}，现在是 {now}，您要求的是 {asked}。</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Set by somebody else already, as you ask: {names}.</source>
        <translation>其他人已设为您要求的值：{names}。</translation>
    </message>
    <message>
        <source>Also changed, but not being sent: {names}.</source>
        <translation>也已更改，但不在发送之列：{names}。</translation>
    </message>
</context>
<context>
    <name>RecipeEditor</name>
    <message>
        <source>&amp;Add field</source>
        <translation>添加字段(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Remove field</source>
        <translation>移除字段(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>删除(&amp;L)</translation>
    </message>
    <message>
        <source>Really delete?</source>
        <translation>确定删除？</translation>
    </message>
    <message>
        <source>As s&amp;hipped</source>
        <translation>恢复原样(&amp;H)</translation>
    </message>
    <message>
        <source>Really drop your changes?</source>
        <translation>确定放弃您的更改？</translation>
    </message>
    <message>
        <source>Not saved yet. Save, or close twice to drop the changes.</source>
        <translation>尚未保存。请保存，或关闭两次以放弃更改。</translation>
    </message>
    <message>
        <source>Not saved yet. Save, or close again to drop the changes.</source>
        <translation>尚未保存。请保存，或再次关闭以放弃更改。</translation>
    </message>
    <message>
        <source>Recipe: {name}</source>
        <translation>常用更改：{name}</translation>
    </message>
    <message>
        <source>Give the recipe a name.</source>
        <translation>请为常用更改命名。</translation>
    </message>
    <message>
        <source>Add a field: a recipe without one changes nothing.</source>
        <translation>请添加字段：没有字段的常用更改不会更改任何内容。</translation>
    </message>
    <message>
        <source>{name} is in it twice. Keep one of them.</source>
        <translation>{name} 出现了两次。请只保留一个。</translation>
    </message>
    <message>
        <source>Name of the recipe</source>
        <translation>常用更改的名称</translation>
    </message>
    <message>
        <source>Remark: what else to look at</source>
        <translation>备注：还需要查看什么</translation>
    </message>
    <message>
        <source>Field (API name)</source>
        <translation>字段（API 名称）</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>新值</translation>
    </message>
    <message>
        <source>Set empty</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Fields of the recipe</source>
        <translation>常用更改的字段</translation>
    </message>
    <message>
        <source>A field without a value is brought up for you to fill in.</source>
        <translation>没有值的字段会列出来供您填写。</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Re&amp;mark</source>
        <translation>备注(&amp;M)</translation>
    </message>
</context>
<context>
    <name>RecipeList</name>
    <message>
        <source>Recipes</source>
        <translation>常用更改</translation>
    </message>
    <message>
        <source>None. Make changes in the table and save them as a recipe.</source>
        <translation>还没有。在表格中做出更改，然后保存为常用更改。</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>编辑(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Bring back the recipes that came with the program</source>
        <translation>恢复程序自带的常用更改(&amp;B)</translation>
    </message>
    <message>
        <source>Save changes as recipe…</source>
        <translation>将更改存为常用更改…</translation>
    </message>
    <message>
        <source>Change something in the table first.</source>
        <translation>请先在表格中做出更改。</translation>
    </message>
    <message>
        <source>Name of the recipe</source>
        <translation>常用更改的名称</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>RecordModel</name>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>The lead holds something else than you asked for.</source>
        <translation>潜在客户中的值与您要求的不同。</translation>
    </message>
    <message>
        <source>Not part of the documented answer.</source>
        <translation>不属于文档规定的答复内容。</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>原来</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Loaded</source>
        <translation>读取时</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>(not in the answer: empty)</source>
        <translation>（答复中没有：为空）</translation>
    </message>
    <message>
        <source>{label} ({name})</source>
        <translation>{label}（{name}）</translation>
    </message>
    <message>
        <source>(not known)</source>
        <translation>（未知）</translation>
    </message>
    <message>
        <source>There was no such lead.</source>
        <translation>当时没有这条潜在客户。</translation>
    </message>
    <message>
        <source>As asked</source>
        <translation>符合要求</translation>
    </message>
    <message>
        <source>Emptied, as asked</source>
        <translation>已按要求清空</translation>
    </message>
    <message>
        <source>Was so already</source>
        <translation>原来就是如此</translation>
    </message>
    <message>
        <source>Changed by Marketo</source>
        <translation>被 Marketo 改成了别的值</translation>
    </message>
    <message>
        <source>Not taken: as before</source>
        <translation>未采纳：仍为原值</translation>
    </message>
    <message>
        <source>Not as asked</source>
        <translation>与要求不符</translation>
    </message>
    <message>
        <source>The key</source>
        <translation>查找键</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Not written</source>
        <translation>未写入</translation>
    </message>
    <message>
        <source>Changed, though not asked</source>
        <translation>未要求却已更改</translation>
    </message>
    <message>
        <source>Filled in, though not asked</source>
        <translation>未要求却已填写</translation>
    </message>
    <message>
        <source>Left out, though not asked</source>
        <translation>未要求，但答复中没有</translation>
    </message>
    <message>
        <source>As before</source>
        <translation>没有变化</translation>
    </message>
    <message>
        <source>Not documented</source>
        <translation>文档中没有</translation>
    </message>
    <message>
        <source>The lead now holds what you asked for.</source>
        <translation>潜在客户现在的值就是您要求的值。</translation>
    </message>
    <message>
        <source>The field is empty now. Marketo leaves empty fields out of its answer.</source>
        <translation>该字段现在为空。Marketo 的答复不包含空字段。</translation>
    </message>
    <message>
        <source>The lead held this value before you sent it.</source>
        <translation>发送之前，潜在客户就已经是这个值。</translation>
    </message>
    <message>
        <source>The lead holds neither the old value nor the one you asked for.</source>
        <translation>潜在客户现在的值既不是原来的值，也不是您要求的值。</translation>
    </message>
    <message>
        <source>The lead still holds the old value. The field may be blocked for updates.</source>
        <translation>潜在客户仍是原来的值。该字段可能被禁止更新。</translation>
    </message>
    <message>
        <source>The lead was found by this.</source>
        <translation>潜在客户是按此查找到的。</translation>
    </message>
    <message>
        <source>What the field holds now was not told. Of several foreign IDs of a lead, Marketo shows only one.</source>
        <translation>不知道该字段现在的值。一条潜在客户有多个外部 ID 时，Marketo 只显示其中一个。</translation>
    </message>
    <message>
        <source>Nothing of this call was written.</source>
        <translation>本次调用没有写入任何内容。</translation>
    </message>
    <message>
        <source>You did not send this field: Marketo or somebody else changed it.</source>
        <translation>您没有发送该字段：是 Marketo 或其他人更改的。</translation>
    </message>
    <message>
        <source>You did not send this field: Marketo filled it in.</source>
        <translation>您没有发送此字段：由 Marketo 填写。</translation>
    </message>
    <message>
        <source>It had a value before and is not in the answer: it was emptied, or left out.</source>
        <translation>它原来有值，但答复中没有：可能被清空，也可能被省略。</translation>
    </message>
    <message>
        <source>You did not send this field, and it did not change.</source>
        <translation>您没有发送该字段，它也没有变化。</translation>
    </message>
    <message>
        <source>You did not send this field. What it held before was not looked up.</source>
        <translation>您没有发送该字段。事先没有查看它原来的值。</translation>
    </message>
</context>
<context>
    <name>ResultPanel</name>
    <message>
        <source>Only what was asked</source>
        <translation>只看要求的字段</translation>
    </message>
    <message>
        <source>Nothing sent yet.</source>
        <translation>尚未发送。</translation>
    </message>
    <message>
        <source>What Marketo makes of the lead appears here.</source>
        <translation>Marketo 的处理结果将显示在这里。</translation>
    </message>
    <message>
        <source>Receipt copied.</source>
        <translation>回执已复制。</translation>
    </message>
    <message>
        <source>Filter fields</source>
        <translation>筛选字段</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>The lead as it is now</source>
        <translation>潜在客户现在的样子</translation>
    </message>
</context>
<context>
    <name>RevealButton</name>
    <message>
        <source>Hide ({seconds} s)</source>
        <translation>隐藏（{seconds} 秒）</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>显示遮盖内容</translation>
    </message>
    <message>
        <source>Shows signature and user ID for {seconds} seconds</source>
        <translation>显示签名和用户 ID {seconds} 秒</translation>
    </message>
</context>
<context>
    <name>RowActs</name>
    <message>
        <source>&amp;Add field</source>
        <translation>添加字段(&amp;A)</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Set to &amp;empty</source>
        <translation>清空(&amp;E)</translation>
    </message>
    <message>
        <source>Set empty</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Lea&amp;ve alone</source>
        <translation>不改动(&amp;V)</translation>
    </message>
    <message>
        <source>Leave alone</source>
        <translation>不改动</translation>
    </message>
    <message>
        <source>De&amp;lete row</source>
        <translation>删除此行(&amp;L)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Use what is &amp;offered</source>
        <translation>采用建议(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Favourite</source>
        <translation>收藏(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Copy cells</source>
        <translation>复制单元格(&amp;C)</translation>
    </message>
    <message>
        <source>Copy all &amp;shown lines</source>
        <translation>复制显示的所有行(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>F&amp;ilter fields</source>
        <translation>筛选字段(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Read the fields of Marketo again</source>
        <translation>重新读取 Marketo 的字段(&amp;R)</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Co&amp;py</source>
        <translation>复制(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Keep for this run only</source>
        <translation>仅在本次运行保存(&amp;K)</translation>
    </message>
    <message>
        <source>The keyring gave back something else than it was given: not kept.</source>
        <translation>密钥环返回的内容与存入的不一致：没有保存。</translation>
    </message>
    <message>
        <source>Really remove it?</source>
        <translation>确定移除？</translation>
    </message>
    <message>
        <source>S&amp;how</source>
        <translation>显示(&amp;H)</translation>
    </message>
    <message>
        <source>Looking for it…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>Still waiting for the keyring: it may be asking you in a window of its own.</source>
        <translation>仍在等待密钥环：它可能正在自己的窗口中询问您。</translation>
    </message>
    <message>
        <source>The keyring is locked, so nothing was read or kept. Unlock it.</source>
        <translation>密钥环已锁定，因此没有读取也没有保存。请将其解锁。</translation>
    </message>
    <message>
        <source>The keyring refused, so nothing was read or kept.</source>
        <translation>密钥环拒绝了请求，因此没有读取也没有保存。</translation>
    </message>
    <message>
        <source>This computer has no keyring to trust: it is kept in memory until the program ends.</source>
        <translation>本机没有可信的密钥环：只保存在内存中，直到程序结束。</translation>
    </message>
    <message>
        <source>This computer has no keyring to trust: it will be kept in memory until the program ends.</source>
        <translation>本机没有可信的密钥环：将只保存在内存中，直到程序结束。</translation>
    </message>
    <message>
        <source>Kept in {name}, never in a file.</source>
        <translation>保存在 {name} 中，绝不写入文件。</translation>
    </message>
    <message>
        <source>Will be kept in {name}.</source>
        <translation>将保存在 {name} 中。</translation>
    </message>
    <message>
        <source>kept; type to replace it</source>
        <translation>已保存；输入新值可替换</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>&amp;Hide</source>
        <translation>隐藏(&amp;H)</translation>
    </message>
    <message numerus="yes">
        <source>Copied. The clipboard is cleared in %n s.</source>
        <translation>
            <numerusform>已复制。剪贴板将在 %n 秒后清空。</numerusform>
        </translation>
    </message>
    <message>
        <source>Encryption key</source>
        <translation>加密密钥</translation>
    </message>
    <message>
        <source>The secret, shown</source>
        <translation>显示的密钥</translation>
    </message>
    <message>
        <source>The secret is on the clipboard for a short while</source>
        <translation>密钥将在剪贴板上短暂保留</translation>
    </message>
</context>
<context>
    <name>SendGate</name>
    <message>
        <source>Tick what you mean to do, then send.</source>
        <translation>请先勾选您确实要做的事，再发送。</translation>
    </message>
</context>
<context>
    <name>SendOptions</name>
    <message>
        <source>Re&amp;turn the lead afterwards</source>
        <translation>更改后返回潜在客户(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Partition</source>
        <translation>分区(&amp;P)</translation>
    </message>
    <message>
        <source>Worksp&amp;ace</source>
        <translation>工作区(&amp;A)</translation>
    </message>
    <message>
        <source>Show the workspaces that are known</source>
        <translation>显示已知的工作区</translation>
    </message>
    <message>
        <source>Show the partitions that are known</source>
        <translation>显示已知的分区</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>{sentence} Do you mean {meant}?</source>
        <translation>{sentence}您是指 {meant} 吗？</translation>
    </message>
    <message>
        <source>Marketo ID</source>
        <translation>Marketo ID</translation>
    </message>
    <message>
        <source>email address</source>
        <translation>电子邮箱</translation>
    </message>
    <message>
        <source>foreign ID</source>
        <translation>外部 ID</translation>
    </message>
    <message>
        <source>Marketo cookie</source>
        <translation>Marketo Cookie</translation>
    </message>
    <message>
        <source>Create or update</source>
        <translation>新建或更新</translation>
    </message>
    <message>
        <source>Only update</source>
        <translation>只更新</translation>
    </message>
    <message>
        <source>Only create</source>
        <translation>只新建</translation>
    </message>
    <message>
        <source>there is no key yet.</source>
        <translation>还没有查找键。</translation>
    </message>
    <message>
        <source>Marketo has no way to look up CUSTOM foreign IDs.</source>
        <translation>Marketo 无法按 CUSTOM 外部 ID 查询。</translation>
    </message>
    <message>
        <source>Marketo has no way to look up NETSUITE foreign IDs.</source>
        <translation>Marketo 无法按 NETSUITE 外部 ID 查询。</translation>
    </message>
    <message>
        <source>it is not said yet whose ID this is.</source>
        <translation>还没有说明这是哪个系统的 ID。</translation>
    </message>
    <message>
        <source>only Salesforce contacts (003…) and leads (00Q…) can be looked up by their ID.</source>
        <translation>只有 Salesforce 联系人（003…）和潜在客户（00Q…）能按其 ID 查询。</translation>
    </message>
    <message>
        <source>Marketo does not document whether it goes by the cookie or the address.</source>
        <translation>Marketo 没有说明它以 Cookie 还是以地址为准。</translation>
    </message>
    <message>
        <source>this connection names no field for foreign IDs.</source>
        <translation>此连接没有填写存放外部 ID 的字段。</translation>
    </message>
    <message>
        <source>with a comma in it, REST would take it for two.</source>
        <translation>其中含有逗号，REST 会把它当成两个值。</translation>
    </message>
    <message>
        <source>Fill in the {key}: it is the key you chose.</source>
        <translation>请填写{key}：它是您选择的查找键。</translation>
    </message>
    <message>
        <source>A Marketo ID is a whole number, digits only.</source>
        <translation>Marketo ID 是整数，只含数字。</translation>
    </message>
    <message>
        <source>A Marketo ID lies between 1 and 2147483647.</source>
        <translation>Marketo ID 在 1 到 2147483647 之间。</translation>
    </message>
    <message>
        <source>There is a space inside this address. Take it out.</source>
        <translation>这个地址中间有空格，请删除。</translation>
    </message>
    <message>
        <source>This does not look like an email address: is it spelled right?</source>
        <translation>这不像一个电子邮箱地址：拼写正确吗？</translation>
    </message>
    <message>
        <source>Choose whose ID this is: CUSTOM, SFDC or NETSUITE.</source>
        <translation>请选择这是谁的 ID：CUSTOM、SFDC 或 NETSUITE。</translation>
    </message>
    <message>
        <source>A Marketo cookie looks like id:123-ABC-456&amp;token:_mch-… : is this all of it?</source>
        <translation>Marketo Cookie 的形式是 id:123-ABC-456&amp;token:_mch-…：这是完整的吗？</translation>
    </message>
    <message>
        <source>Spaces around it will be left out.</source>
        <translation>首尾的空格会被去掉。</translation>
    </message>
    <message>
        <source>Character {position} is invisible and cannot be sent ({character}). Type the text again by hand.</source>
        <translation>第 {position} 个字符不可见，无法发送（{character}）。请手动重新输入。</translation>
    </message>
    <message>
        <source>{name} is in the table twice. Keep one of them.</source>
        <translation>{name} 在表中出现了两次。请只保留一个。</translation>
    </message>
    <message>
        <source>{name} and {twin} differ only in upper and lower case. Is one of them a slip?</source>
        <translation>{name} 和 {twin} 只有大小写不同。其中一个是笔误吗？</translation>
    </message>
    <message>
        <source>Spaces around the name will be left out.</source>
        <translation>名称首尾的空格会被去掉。</translation>
    </message>
    <message>
        <source>Which field? Type its API name.</source>
        <translation>哪个字段？请输入它的 API 名称。</translation>
    </message>
    <message>
        <source>{name} is an identifier, not a field. Set it on the left.</source>
        <translation>{name} 是标识，不是字段。请在左侧设置。</translation>
    </message>
    <message>
        <source>Better set the address as an identifier, on the left.</source>
        <translation>最好在左侧作为标识设置邮箱地址。</translation>
    </message>
    <message>
        <source>Begins or ends with a space, and will be sent so.</source>
        <translation>首尾有空格，将原样发送。</translation>
    </message>
    <message>
        <source>Not sent: no new value yet.</source>
        <translation>不发送：还没有新值。</translation>
    </message>
    <message>
        <source>This Marketo has no field {name}. It would refuse the whole call.</source>
        <translation>此 Marketo 没有字段 {name}，会拒绝整个调用。</translation>
    </message>
    <message>
        <source>This Marketo has no field {name}. Do you mean {meant}?</source>
        <translation>此 Marketo 没有字段 {name}。您是指 {meant} 吗？</translation>
    </message>
    <message>
        <source>Marketo keeps {name} itself: it cannot be changed.</source>
        <translation>{name} 由 Marketo 自行维护，无法更改。</translation>
    </message>
    <message>
        <source>An admin has blocked {name} for updates: it would stay as it is.</source>
        <translation>管理员已禁止更新 {name}：它会保持原值。</translation>
    </message>
    <message>
        <source>This field takes a whole number, such as 42.</source>
        <translation>此字段需要整数，例如 42。</translation>
    </message>
    <message>
        <source>This field takes a number with a point, such as 1250.50.</source>
        <translation>此字段需要以点作小数点的数字，例如 1250.50。</translation>
    </message>
    <message>
        <source>This field takes true or false.</source>
        <translation>此字段需要 true 或 false。</translation>
    </message>
    <message>
        <source>This field takes a date as 2026-03-05 (year, month, day).</source>
        <translation>此字段需要形如 2026-03-05 的日期（年、月、日）。</translation>
    </message>
    <message>
        <source>This field takes a date and time as 2026-03-05T09:14:00+01:00.</source>
        <translation>此字段需要形如 2026-03-05T09:14:00+01:00 的日期和时间。</translation>
    </message>
    <message>
        <source>Is this {one} or {other}? Write it so, year first.</source>
        <translation>这是 {one} 还是 {other}？请照此书写，年份在前。</translation>
    </message>
    <message>
        <source>No time zone: write {local} for your own, or {utc} for UTC.</source>
        <translation>没有时区：本地时间请写 {local}，UTC 时间请写 {utc}。</translation>
    </message>
    <message>
        <source>{local} here, {utc} in UTC.</source>
        <translation>本地时间 {local}，UTC 时间 {utc}。</translation>
    </message>
    <message>
        <source>{length} characters; this field holds {limit}.</source>
        <translation>共 {length} 个字符；此字段最多容纳 {limit} 个。</translation>
    </message>
    <message>
        <source>{length} bytes; this field holds {limit}. A Chinese character takes three, an accented letter two.</source>
        <translation>共 {length} 字节；此字段最多容纳 {limit} 字节。一个汉字占三字节，一个带重音的字母占两字节。</translation>
    </message>
    <message>
        <source>This does not look like an email address.</source>
        <translation>这看起来不像电子邮箱地址。</translation>
    </message>
    <message>
        <source>This does not look like a web address.</source>
        <translation>这看起来不像网址。</translation>
    </message>
    <message>
        <source>The lead has this value already.</source>
        <translation>这条潜在客户已经是这个值。</translation>
    </message>
    <message>
        <source>Which workspace? Type its name.</source>
        <translation>是哪个工作区？ 请输入其名称。</translation>
    </message>
    <message>
        <source>This connection knows no workspace {workspace}. Do you mean {meant}?</source>
        <translation>此连接不认识工作区 {workspace}。您是指 {meant} 吗？</translation>
    </message>
    <message>
        <source>This connection knows no workspace {workspace}. It knows: {known}. Is it spelled right?</source>
        <translation>此连接不认识工作区 {workspace}。它认识：{known}。拼写对吗？</translation>
    </message>
    <message>
        <source>Marketo goes by the Marketo ID {id}.</source>
        <translation>Marketo 将按 Marketo ID {id} 查找。</translation>
    </message>
    <message>
        <source>Marketo goes by the foreign ID {id} ({type}).</source>
        <translation>Marketo 将按外部 ID {id}（{type}）查找。</translation>
    </message>
    <message>
        <source>Marketo goes by the cookie. An anonymous lead becomes a known one.</source>
        <translation>Marketo 将按 Cookie 查找。匿名潜在客户会变为已知。</translation>
    </message>
    <message>
        <source>Marketo goes by the email address {email}.</source>
        <translation>Marketo 将按电子邮箱 {email} 查找。</translation>
    </message>
    <message>
        <source>You chose the {chosen} as the key, but the {winner} is also filled in, and Marketo goes by that one.</source>
        <translation>您选择了{chosen}作为查找键，但{winner}也已填写，Marketo 会按后者查找。</translation>
    </message>
    <message>
        <source>If no lead has this ID, Marketo refuses and nothing is written.</source>
        <translation>如果没有潜在客户使用此 ID，Marketo 会拒绝，不写入任何内容。</translation>
    </message>
    <message>
        <source>If no lead has this {key}, Marketo CREATES a new lead.</source>
        <translation>如果没有潜在客户使用此{key}，Marketo 会【新建】一条潜在客户。</translation>
    </message>
    <message>
        <source>If several leads share the address, the newest one is changed.</source>
        <translation>如果多条潜在客户使用同一邮箱，则更改最新的一条。</translation>
    </message>
    <message>
        <source>With a cookie and an address Marketo does not document which one it goes by. Leave one of them out.</source>
        <translation>同时给出 Cookie 和邮箱时，Marketo 没有说明按哪一个查找。请去掉其中一个。</translation>
    </message>
    <message>
        <source>Updates lead {id} ({who}).</source>
        <translation>更新潜在客户 {id}（{who}）。</translation>
    </message>
    <message>
        <source>{count} leads share this address. Marketo changes the newest: lead {id} ({who}). Choose which one you mean.</source>
        <translation>有 {count} 条潜在客户使用此地址。Marketo 会更改最新的一条：潜在客户 {id}（{who}）。请选择您要更改的那一条。</translation>
    </message>
    <message>
        <source>For the Marketo ID {id} Marketo shows lead {other}: the two have probably been merged. Go by {other} if that is the one you mean.</source>
        <translation>按 Marketo ID {id} 查找时，Marketo 显示的是潜在客户 {other}：两者可能已经合并。如果您指的是后者，请改用 {other}。</translation>
    </message>
    <message>
        <source>No lead has this {key}: this will CREATE one.</source>
        <translation>没有潜在客户具有此{key}：这将新建一个。</translation>
    </message>
    <message>
        <source>No lead has the Marketo ID {id}: Marketo will refuse, and nothing is written.</source>
        <translation>没有潜在客户具有 Marketo ID {id}：Marketo 会拒绝，不会写入任何内容。</translation>
    </message>
    <message>
        <source>Not looked up yet: Send looks first.</source>
        <translation>尚未查询：发送时会先查询。</translation>
    </message>
    <message>
        <source>The lead could not be looked up, so it is not known whether it is there.</source>
        <translation>无法查询这条潜在客户，因此不知道它是否存在。</translation>
    </message>
    <message>
        <source>Cannot be looked up first: {reason}</source>
        <translation>无法事先查询：{reason}</translation>
    </message>
    <message>
        <source>The lead&apos;s email address {old} is overwritten with {email}.</source>
        <translation>这条潜在客户的电子邮箱 {old} 将被覆盖为 {email}。</translation>
    </message>
    <message>
        <source>The lead&apos;s email address is overwritten with {email}.</source>
        <translation>潜在客户的电子邮箱会被覆盖为 {email}。</translation>
    </message>
    <message>
        <source>The foreign ID {id} ({type}) is moved to this lead, away from any lead that has it now.</source>
        <translation>外部 ID {id}（{type}）会移到这条潜在客户，原来拥有它的潜在客户将失去它。</translation>
    </message>
    <message>
        <source>The cookie is linked to this lead.</source>
        <translation>该 Cookie 会关联到这条潜在客户。</translation>
    </message>
    <message>
        <source>If no lead has the foreign ID, a new lead is created even if another one already has {email}.</source>
        <translation>如果没有潜在客户使用该外部 ID，即使已有潜在客户使用 {email}，也会新建一条。</translation>
    </message>
    <message>
        <source>The lead must be in the primary partition of workspace {workspace}, otherwise Marketo refuses.</source>
        <translation>潜在客户必须位于工作区 {workspace} 的主分区，否则 Marketo 会拒绝。</translation>
    </message>
    <message>
        <source>For a lead found by email the workspace {workspace} is ignored: it is updated wherever it is.</source>
        <translation>按邮箱找到的潜在客户会忽略工作区 {workspace}：它在哪里就在哪里更新。</translation>
    </message>
    <message>
        <source>A new lead goes where an assignment rule puts it, or else to the primary partition of {workspace}.</source>
        <translation>新的潜在客户进入分配规则指定的分区，否则进入 {workspace} 的主分区。</translation>
    </message>
    <message>
        <source>No workspace named: an existing lead is updated wherever it is.</source>
        <translation>未指定工作区：现有的潜在客户在哪里就在哪里更新。</translation>
    </message>
    <message>
        <source>A new lead goes where an assignment rule puts it, or else to the workspace Default.</source>
        <translation>新的潜在客户进入分配规则指定的分区，否则进入 Default 工作区。</translation>
    </message>
    <message>
        <source>If your Marketo has no workspaces, the only name it accepts is Default.</source>
        <translation>如果您的 Marketo 没有启用工作区，它只接受 Default 这个名称。</translation>
    </message>
    <message>
        <source>Fields to set ({count}): {names}</source>
        <translation>要设置的字段（{count} 个）：{names}</translation>
    </message>
    <message>
        <source>Fields to empty ({count}): {names}. Marketo does not document emptying: check the lead afterwards.</source>
        <translation>要清空的字段（{count} 个）：{names}。Marketo 没有说明清空的行为：请在之后检查这条潜在客户。</translation>
    </message>
    <message>
        <source>No field is to be changed: only the identifiers would be sent.</source>
        <translation>没有要更改的字段：只会发送标识。</translation>
    </message>
    <message>
        <source>Marketo will not send the lead back, so you will not see the result here.</source>
        <translation>Marketo 不会返回潜在客户，因此您在这里看不到结果。</translation>
    </message>
    <message>
        <source>SOAP always creates or updates: “{action}” is there over REST only.</source>
        <translation>SOAP 总是“新建或更新”：“{action}”只有 REST 才有。</translation>
    </message>
    <message>
        <source>“Only create” goes by the email address. With the {key} as the key, choose another action.</source>
        <translation>“只新建”以电子邮箱为准。以{key}为查找键时，请选择其他操作。</translation>
    </message>
    <message>
        <source>REST takes addresses in plain ASCII letters only.</source>
        <translation>REST 只接受由 ASCII 字符组成的邮箱地址。</translation>
    </message>
    <message>
        <source>A lead found by its address cannot get another one. Go by its Marketo ID to change the address.</source>
        <translation>按邮箱找到的潜在客户不能同时换邮箱。要更改邮箱，请按其 Marketo ID 查找。</translation>
    </message>
    <message>
        <source>{name} belongs to the company: over REST Marketo may skip the whole change (1021). Change it there in Marketo.</source>
        <translation>{name} 属于公司：通过 REST 时 Marketo 可能会跳过整个更改（1021）。请在 Marketo 的公司记录中更改。</translation>
    </message>
    <message>
        <source>Is sent as {json}.</source>
        <translation>以 {json} 发送。</translation>
    </message>
    <message>
        <source>REST has no foreign IDs. Name the field that holds them in the connection, or leave this empty.</source>
        <translation>REST 没有外部 ID。请在连接中填写存放它的字段，或将此项留空。</translation>
    </message>
    <message>
        <source>The connection keeps foreign IDs in {name}, and this Marketo has no such field.</source>
        <translation>此连接把外部 ID 存放在 {name} 中，而此 Marketo 没有这个字段。</translation>
    </message>
    <message>
        <source>{name} is set by the foreign ID on the left already.</source>
        <translation>{name} 已由左侧的外部 ID 设置。</translation>
    </message>
    <message>
        <source>This connection knows no partition {workspace}. Do you mean {meant}?</source>
        <translation>此连接不认识分区 {workspace}。您是指 {meant} 吗？</translation>
    </message>
    <message>
        <source>This connection knows no partition {workspace}. It knows: {known}. Is it spelled right?</source>
        <translation>此连接不认识分区 {workspace}。它认识：{known}。拼写对吗？</translation>
    </message>
    <message>
        <source>Marketo goes by the foreign ID {id} in the field {field}.</source>
        <translation>Marketo 将按字段 {field} 中的外部 ID {id} 查找。</translation>
    </message>
    <message>
        <source>REST cannot write by the {key}: the lead is looked up by it, and changed by its Marketo ID.</source>
        <translation>REST 不能按{key}写入：先用它查询潜在客户，再按 Marketo ID 更改。</translation>
    </message>
    <message>
        <source>A Marketo ID only updates. If no lead has it, Marketo skips this and nothing is written.</source>
        <translation>Marketo ID 只能更新。如果没有潜在客户使用它，Marketo 会跳过，不写入任何内容。</translation>
    </message>
    <message>
        <source>If no lead has this {key}, Marketo skips this and nothing is written.</source>
        <translation>如果没有潜在客户使用此{key}，Marketo 会跳过，不写入任何内容。</translation>
    </message>
    <message>
        <source>If no lead has this {key}, nothing can be sent: it makes no new lead.</source>
        <translation>如果没有潜在客户使用此{key}，则无法发送：它不会新建潜在客户。</translation>
    </message>
    <message>
        <source>If a lead has this {key} already, Marketo skips this and nothing is written.</source>
        <translation>如果已有潜在客户使用此{key}，Marketo 会跳过，不写入任何内容。</translation>
    </message>
    <message>
        <source>If several leads share it, Marketo skips this and changes none of them.</source>
        <translation>如果多条潜在客户共用它，Marketo 会跳过，一条也不更改。</translation>
    </message>
    <message>
        <source>No lead has the Marketo ID {id}: Marketo will skip this, and nothing is written.</source>
        <translation>没有潜在客户具有 Marketo ID {id}：Marketo 会跳过，不写入任何内容。</translation>
    </message>
    <message>
        <source>No lead has this {key}: Marketo will skip this, and nothing is written.</source>
        <translation>没有潜在客户具有此{key}：Marketo 会跳过，不写入任何内容。</translation>
    </message>
    <message>
        <source>No lead has this {key}, and REST makes no new one by it. Use the email address to create one.</source>
        <translation>没有潜在客户具有此{key}，而 REST 不能用它新建。请使用电子邮箱新建。</translation>
    </message>
    <message>
        <source>The lead of this {key} has to be looked up first. Try again.</source>
        <translation>须先查询此{key}的潜在客户。请重试。</translation>
    </message>
    <message>
        <source>Lead {id} ({who}) has this {key} already: Marketo will skip this, and nothing is written.</source>
        <translation>潜在客户 {id}（{who}）已使用此{key}：Marketo 会跳过，不写入任何内容。</translation>
    </message>
    <message>
        <source>{count} leads share this {key}: Marketo will skip this and change none. Choose which one you mean.</source>
        <translation>有 {count} 条潜在客户共用此{key}：Marketo 会跳过，一条也不更改。请选择您指的那一条。</translation>
    </message>
    <message>
        <source>{count} leads share this {key}. Choose which one you mean.</source>
        <translation>有 {count} 条潜在客户共用此{key}。请选择您指的那一条。</translation>
    </message>
    <message>
        <source>The foreign ID {id} is written to the field {field}.</source>
        <translation>外部 ID {id} 会写入字段 {field}。</translation>
    </message>
    <message>
        <source>A second call links the cookie to the lead. From another known lead only new activity comes along.</source>
        <translation>第二次调用会将 Cookie 关联到这条潜在客户。如果它原属另一条已知的潜在客户，只有新的活动会归入这里。</translation>
    </message>
    <message>
        <source>What only updates has no partition: {workspace} is not sent, and the lead stays where it is.</source>
        <translation>“只更新”不带分区：不会发送 {workspace}，潜在客户留在原处。</translation>
    </message>
    <message>
        <source>A lead that is there must be in the partition {workspace}, otherwise Marketo skips this.</source>
        <translation>已有的潜在客户必须位于分区 {workspace}，否则 Marketo 会跳过。</translation>
    </message>
    <message>
        <source>A new lead goes to the partition {workspace}.</source>
        <translation>新的潜在客户进入分区 {workspace}。</translation>
    </message>
    <message>
        <source>A new lead goes to the default partition. If there are several, name one: Marketo may insist on it.</source>
        <translation>新的潜在客户进入默认分区。如果有多个分区，请指定一个：Marketo 可能会要求指定。</translation>
    </message>
    <message>
        <source>Fields to empty ({count}): {names}. Their values will be gone.</source>
        <translation>要清空的字段（{count} 个）：{names}。它们的值将被清除。</translation>
    </message>
    <message>
        <source>A second call reads the lead afterwards.</source>
        <translation>之后会用第二次调用读取这条潜在客户。</translation>
    </message>
</context>
<context>
    <name>SidePane</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>True of {name} alone</source>
        <translation>仅适用于 {name}</translation>
    </message>
    <message>
        <source>This way it cannot be sent. The reasons stand below.</source>
        <translation>用这种方式无法发送，原因见下方。</translation>
    </message>
    <message>
        <source>This way it cannot be written before the lead has been looked up.</source>
        <translation>用这种方式须先查到该潜在客户，才能生成请求。</translation>
    </message>
    <message>
        <source>The request over {name}</source>
        <translation>{name} 请求</translation>
    </message>
    <message>
        <source>Copy the request over {name}</source>
        <translation>复制 {name} 请求</translation>
    </message>
    <message>
        <source>Only with {name}:</source>
        <translation>仅 {name} 如此：</translation>
    </message>
</context>
<context>
    <name>SizeGuard</name>
    <message>
        <source>Show the first part</source>
        <translation>显示开头部分</translation>
    </message>
    <message>
        <source>Format anyway</source>
        <translation>仍然格式化</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>This message has {size}. Showing it takes a moment.</source>
        <translation>此消息有 {size}。显示它需要一点时间。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
</context>
<context>
    <name>StageWords</name>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>{stage} {milliseconds} ms</source>
        <translation>{stage} {milliseconds} 毫秒</translation>
    </message>
    <message>
        <source>holding</source>
        <translation>等待限额</translation>
    </message>
    <message>
        <source>preparing</source>
        <translation>准备</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>securing</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>receiving</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>读取</translation>
    </message>
</context>
<context>
    <name>StoryBar</name>
    <message>
        <source>Re-read the lead</source>
        <translation>重新读取潜在客户</translation>
    </message>
    <message>
        <source>Put it back…</source>
        <translation>恢复原值…</translation>
    </message>
    <message>
        <source>Copy receipt</source>
        <translation>复制回执</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>仍然发送</translation>
    </message>
    <message>
        <source>Take over what is there now</source>
        <translation>采用现在的值</translation>
    </message>
    <message>
        <source>Copy as &amp;text</source>
        <translation>复制为纯文本(&amp;T)</translation>
    </message>
    <message>
        <source>Copy as &amp;Markdown</source>
        <translation>复制为 Markdown(&amp;M)</translation>
    </message>
    <message>
        <source>Reads the lead again and compares it with what you asked for. Nothing is written.</source>
        <translation>重新读取潜在客户，并与您的要求进行比较。不会写入任何内容。</translation>
    </message>
    <message>
        <source>Opens a draft with the old values. Nothing is sent until you send it.</source>
        <translation>打开一份填有原值的草稿。在您发送之前不会发送任何内容。</translation>
    </message>
    <message>
        <source>Who, when, which lead, and each field old and new: for a ticket.</source>
        <translation>何人、何时、哪条潜在客户，以及每个字段的原值和新值：供工单使用。</translation>
    </message>
    <message>
        <source>Overwrites what somebody else changed meanwhile.</source>
        <translation>覆盖其他人在此期间所做的更改。</translation>
    </message>
    <message>
        <source>Goes on with the lead as it is now, and leaves those fields as they are.</source>
        <translation>以潜在客户现在的样子继续，并保留这些字段现在的值。</translation>
    </message>
</context>
<context>
    <name>StoryWords</name>
    <message>
        <source>It is still not known whether the change was written.</source>
        <translation>仍不清楚更改是否已写入。</translation>
    </message>
    <message>
        <source>The lead could not be re-read.</source>
        <translation>无法重新读取潜在客户。</translation>
    </message>
    <message>
        <source>This key cannot be looked up: look at the lead in Marketo before you send it again.</source>
        <translation>无法按此查找键查询：再次发送之前，请先在 Marketo 中查看这条潜在客户。</translation>
    </message>
    <message>
        <source>Re-read the lead before you send anything again: it is compared with what you asked for.</source>
        <translation>再次发送之前，请先重新读取潜在客户：程序会将它与您的要求进行比较。</translation>
    </message>
    <message>
        <source>Updated {lead}, but lead {meant} was meant.</source>
        <translation>更新了{lead}，但原本要更新的是潜在客户 {meant}。</translation>
    </message>
    <message>
        <source>Updated {lead}.</source>
        <translation>已更新{lead}。</translation>
    </message>
    <message>
        <source>CREATED {lead}, but lead {meant} was to be updated.</source>
        <translation>新建了{lead}，但原本要更新的是潜在客户 {meant}。</translation>
    </message>
    <message>
        <source>CREATED {lead}, though it was there before.</source>
        <translation>Marketo 称已创建（CREATED）{lead}，但它之前就已存在。</translation>
    </message>
    <message>
        <source>Created {lead}, as planned.</source>
        <translation>已按计划新建{lead}。</translation>
    </message>
    <message>
        <source>CREATED {lead}: it is new.</source>
        <translation>新建了{lead}：它是新的。</translation>
    </message>
    <message>
        <source>There are two leads now: {new} is new, and {meant} was not changed by this send.</source>
        <translation>现在有两条潜在客户：{new} 是新的，{meant} 没有被这次发送更改。</translation>
    </message>
    <message>
        <source>Have the two merged in Marketo. Do not send this again: it may create yet another one.</source>
        <translation>请在 Marketo 中合并这两条。不要再次发送：可能会又新建一条。</translation>
    </message>
    <message>
        <source>Marketo calls it new, but it was seen under this number before the send, so it is no second lead. Look at its activity log in Marketo if you want to know why.</source>
        <translation>Marketo 称它是新建的，但发送之前已按此编号看到过它，因此并没有第二条潜在客户。如需了解原因，请在 Marketo 中查看其活动日志。</translation>
    </message>
    <message>
        <source>It went by the Marketo ID {meant}, so the two have probably been merged. Look at {new} in Marketo.</source>
        <translation>本次是按 Marketo ID {meant} 发送的，因此两者可能已经合并。请在 Marketo 中查看 {new}。</translation>
    </message>
    <message>
        <source>Somebody may have added or merged leads meanwhile. Look at {new} and {meant} in Marketo; to change {meant}, go by its Marketo ID.</source>
        <translation>在此期间可能有人添加或合并了潜在客户。请在 Marketo 中查看 {new} 和 {meant}；要更改 {meant}，请按其 Marketo ID 查找。</translation>
    </message>
    <message>
        <source>Nobody had this key when it was looked up, so a new lead was expected: somebody has made lead {new} meanwhile. Is it the right one?</source>
        <translation>查询时没有潜在客户使用此查找键，因此预计会新建一条：在此期间有人建立了潜在客户 {new}。它是您要的那一条吗？</translation>
    </message>
    <message>
        <source>{done} {change}</source>
        <translation>{done}{change}</translation>
    </message>
    <message>
        <source>{field}: now {new}.</source>
        <translation>{field}：现在是 {new}。</translation>
    </message>
    <message>
        <source>{field}: {old} → {new}.</source>
        <translation>{field}：{old} → {new}。</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) as you asked.</source>
        <translation>
            <numerusform>%n 个字段符合要求。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) had the value you asked for already.</source>
        <translation>
            <numerusform>%n 个字段原来就是要求的值。</numerusform>
        </translation>
    </message>
    <message>
        <source>Marketo made something else of: {names}.</source>
        <translation>被 Marketo 改成了别的值：{names}。</translation>
    </message>
    <message>
        <source>Not taken, still the old value: {names}.</source>
        <translation>未采纳，仍为原值：{names}。</translation>
    </message>
    <message>
        <source>Not as you asked: {names}.</source>
        <translation>与要求不符：{names}。</translation>
    </message>
    <message>
        <source>Also changed, though you did not ask: {names}.</source>
        <translation>未要求却也已更改：{names}。</translation>
    </message>
    <message>
        <source>Also filled in, though you did not ask: {names}.</source>
        <translation>未要求却也已填写：{names}。</translation>
    </message>
    <message>
        <source>Lead {other} was sent back in its place, so what it holds now is not shown: the two may have been merged. Re-read it to see.</source>
        <translation>返回的是潜在客户 {other}，因此不显示它现在的内容：两者可能已经合并。请重新读取以查看。</translation>
    </message>
    <message>
        <source>Read back at once, it was not there: Marketo may not show it yet, or somebody has deleted or merged it. Re-read it to see.</source>
        <translation>随即读回时没有找到它：Marketo 可能还没有显示它，或有人已删除或合并了它。请重新读取以查看。</translation>
    </message>
    <message>
        <source>The lead was not sent back, so what it holds now is not shown. Re-read it to see.</source>
        <translation>没有返回潜在客户，因此不显示它现在的值。请重新读取以查看。</translation>
    </message>
    <message>
        <source>{lead} is not there any more.</source>
        <translation>{lead}已不存在。</translation>
    </message>
    <message>
        <source>{lead}, re-read at {time}.</source>
        <translation>{lead}，于 {time} 重新读取。</translation>
    </message>
    <message>
        <source>It was written: {lead} holds what you asked for.</source>
        <translation>已写入：{lead}的值就是您要求的值。</translation>
    </message>
    <message>
        <source>It had not been written at {time}: nothing of it is there.</source>
        <translation>截至 {time} 尚未写入：没有任何更改。</translation>
    </message>
    <message>
        <source>You can send it again. If Marketo may still be at work on it, wait a moment and re-read first.</source>
        <translation>可以再次发送。如果 Marketo 可能仍在处理，请稍等片刻，先重新读取。</translation>
    </message>
    <message>
        <source>Part of it is there: look at {lead} field by field.</source>
        <translation>只写入了一部分：请逐个字段查看{lead}。</translation>
    </message>
    <message>
        <source>Marketo did not take every field, or somebody else changed the lead as well.</source>
        <translation>Marketo 没有采纳全部字段，或者其他人也更改了这条潜在客户。</translation>
    </message>
    <message>
        <source>It cannot be told whether it was written.</source>
        <translation>无法判断是否已写入。</translation>
    </message>
    <message>
        <source>There is a lead now that was not there before: {lead}.</source>
        <translation>现在有一条原来没有的潜在客户：{lead}。</translation>
    </message>
    <message>
        <source>For the number {meant} Marketo shows {lead}.</source>
        <translation>按编号 {meant} 查找时，Marketo 显示的是{lead}。</translation>
    </message>
    <message>
        <source>The two have probably been merged, so it cannot be told whether your change was written. Compare the fields below, and send what is missing by the number of the lead that is left.</source>
        <translation>两者可能已经合并，因此无法判断您的更改是否已写入。请比较下方的字段，缺少的内容请用留下的潜在客户的编号重新发送。</translation>
    </message>
    <message>
        <source>The lead held all of it before, so it makes no difference.</source>
        <translation>潜在客户原来就是这些值，因此没有区别。</translation>
    </message>
    <message>
        <source>Compare the fields below, and look at the activity log of the lead in Marketo.</source>
        <translation>请比较下方的字段，并在 Marketo 中查看该潜在客户的活动日志。</translation>
    </message>
    <message>
        <source>Your send has probably made it. Compare it below, and do not send it again.</source>
        <translation>它很可能是您这次发送新建的。请在下方比较，不要再次发送。</translation>
    </message>
    <message>
        <source>Lead {meant} is not found by this key any more. If your send has made {new}, have the two merged in Marketo, and do not send it again.</source>
        <translation>按此查找键已找不到潜在客户 {meant}。如果 {new} 是您这次发送新建的，请在 Marketo 中合并这两条，不要再次发送。</translation>
    </message>
    <message>
        <source>No lead that this account can see has this key.</source>
        <translation>此账号可见的潜在客户中没有使用此查找键的。</translation>
    </message>
    <message>
        <source>Check the key letter by letter before you send it again.</source>
        <translation>再次发送之前请逐字核对查找键。</translation>
    </message>
    <message numerus="yes">
        <source>%n lead(s) have this key.</source>
        <translation>
            <numerusform>%n 条潜在客户具有此查找键。</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the one you mean, and send by its Marketo ID.</source>
        <translation>请选择您指的那一条，并按其 Marketo ID 发送。</translation>
    </message>
    <message>
        <source>For its number Marketo shows lead {other} now: the two have probably been merged. Look at lead {other}.</source>
        <translation>现在按它的编号查找时，Marketo 显示的是潜在客户 {other}：两者可能已经合并。请查看潜在客户 {other}。</translation>
    </message>
    <message>
        <source>Somebody has deleted or merged it, or changed its key. Look for it in Marketo.</source>
        <translation>它可能已被删除或合并，或者查找键已更改。请在 Marketo 中查找。</translation>
    </message>
    <message>
        <source>a lead without a number</source>
        <translation>一条没有编号的潜在客户</translation>
    </message>
    <message>
        <source>lead {id}</source>
        <translation>潜在客户 {id}</translation>
    </message>
    <message>
        <source>lead {id} ({who})</source>
        <translation>潜在客户 {id}（{who}）</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names} 等另外 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SupportWindow</name>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>关闭(&amp;L)</translation>
    </message>
    <message>
        <source>Collecting…</source>
        <translation>正在收集…</translation>
    </message>
    <message>
        <source>This is all that will be in the file: no key, no user ID, no address of yours, no value of a lead.</source>
        <translation>文件中只有这些内容：没有密钥、用户 ID、您的地址，也没有潜在客户的值。</translation>
    </message>
    <message>
        <source>The support file could not be put together.</source>
        <translation>无法生成支持文件。</translation>
    </message>
    <message>
        <source>Save support file</source>
        <translation>保存支持文件</translation>
    </message>
    <message>
        <source>Zip files (*.zip)</source>
        <translation>Zip 文件（*.zip）</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>已保存为 {name}。</translation>
    </message>
    <message>
        <source>It could not be saved there ({reason}).</source>
        <translation>无法保存到那里（{reason}）。</translation>
    </message>
    <message>
        <source>Support file – mktgui</source>
        <translation>支持文件 – mktgui</translation>
    </message>
    <message>
        <source>What is in the support file</source>
        <translation>支持文件的内容</translation>
    </message>
    <message>
        <source>The chosen part of the support file</source>
        <translation>支持文件中选中的部分</translation>
    </message>
</context>
<context>
    <name>TableRemarks</name>
    <message>
        <source>Use {text}</source>
        <translation>使用 {text}</translation>
    </message>
</context>
<context>
    <name>TicketDoor</name>
    <message>
        <source>There is no call to copy yet. Load a lead or send something first.</source>
        <translation>还没有可复制的调用。请先载入潜在客户或发送更改。</translation>
    </message>
    <message>
        <source>A message of this call cannot be read, so nobody can tell which values in it are personal. Nothing was copied.</source>
        <translation>此次调用有一条消息无法读取，因此无法判断其中哪些是个人信息。没有复制任何内容。</translation>
    </message>
</context>
<context>
    <name>TicketWindow</name>
    <message>
        <source>&amp;Formatted</source>
        <translation>格式化(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Headers</source>
        <translation>标头(&amp;H)</translation>
    </message>
    <message>
        <source>I have looked at these: &amp;let me copy it all the same</source>
        <translation>我已查看这些内容，仍要复制(&amp;L)</translation>
    </message>
    <message>
        <source>Show &amp;values</source>
        <translation>显示值(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy as &amp;Markdown</source>
        <translation>复制为 Markdown(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>Cl&amp;ose</source>
        <translation>关闭(&amp;O)</translation>
    </message>
    <message>
        <source>Masking…</source>
        <translation>正在遮盖…</translation>
    </message>
    <message>
        <source>This could not be masked, so there is nothing to copy.</source>
        <translation>无法完成遮盖，因此没有可复制的内容。</translation>
    </message>
    <message>
        <source>The call itself is not touched by this. The support file under Help tells what went wrong.</source>
        <translation>调用本身不受影响。出错原因可在“帮助”菜单的支持文件中查看。</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>(left out: too long for a ticket)</source>
        <translation>（已省略：对工单来说太长）</translation>
    </message>
    <message>
        <source>Copied. {count}</source>
        <translation>已复制。{count}</translation>
    </message>
    <message>
        <source>Save for a ticket</source>
        <translation>保存供工单使用</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>文本 (*.txt)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>已保存为 {name}。</translation>
    </message>
    <message>
        <source>It could not be saved there ({reason}). Choose another place.</source>
        <translation>无法保存到该处（{reason}）。请选择其他位置。</translation>
    </message>
    <message>
        <source>Hide &amp;values ({seconds} s)</source>
        <translation>隐藏值({seconds} 秒)(&amp;V)</translation>
    </message>
    <message>
        <source>Copy for a ticket – mktgui</source>
        <translation>复制供工单使用 – mktgui</translation>
    </message>
    <message>
        <source>The text as it would be copied</source>
        <translation>将要复制的文本</translation>
    </message>
    <message>
        <source>What is masked: the space bar masks or shows a value</source>
        <translation>遮盖内容：按空格键遮盖或显示一个值</translation>
    </message>
</context>
<context>
    <name>TicketWords</name>
    <message>
        <source>Email address</source>
        <translation>电子邮箱</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>名</translation>
    </message>
    <message>
        <source>Middle name</source>
        <translation>中间名</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>姓</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>电话号码</translation>
    </message>
    <message>
        <source>Street address</source>
        <translation>街道地址</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>邮编</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>IP address</source>
        <translation>IP 地址</translation>
    </message>
    <message>
        <source>Marketo ID</source>
        <translation>Marketo ID</translation>
    </message>
    <message>
        <source>Foreign ID</source>
        <translation>外部 ID</translation>
    </message>
    <message>
        <source>Marketo cookie</source>
        <translation>Marketo Cookie</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Rarely personal</source>
        <translation>一般不涉及个人</translation>
    </message>
    <message>
        <source>looks like an email address</source>
        <translation>像是电子邮箱</translation>
    </message>
    <message>
        <source>looks like a phone number</source>
        <translation>像是电话号码</translation>
    </message>
    <message>
        <source>looks like a signature</source>
        <translation>像是签名</translation>
    </message>
    <message>
        <source>looks like a SOAP user ID</source>
        <translation>像是 SOAP 用户 ID</translation>
    </message>
    <message>
        <source>looks like an access token</source>
        <translation>像是访问令牌</translation>
    </message>
    <message>
        <source>a masked value, or part of one</source>
        <translation>应遮盖的值或其中一部分</translation>
    </message>
    <message>
        <source>A second look found nothing else that looks personal.</source>
        <translation>复查未发现其他疑似个人信息的内容。</translation>
    </message>
    <message numerus="yes">
        <source>• and %n more</source>
        <translation>
            <numerusform>• 另有 %n 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A second look found %n thing(s) that may be personal:</source>
        <translation>
            <numerusform>复查发现 %n 处可能涉及个人的内容：</numerusform>
        </translation>
    </message>
    <message>
        <source>{text} ({what})</source>
        <translation>{text}（{what}）</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) are masked; user ID and signature always are.</source>
        <translation>
            <numerusform>已遮盖 %n 个值；用户 ID 和签名始终遮盖。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VerdictBox</name>
    <message>
        <source>Re-read</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Look it up</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Tried {time}.</source>
        <translation>尝试于 {time}。</translation>
    </message>
    <message>
        <source>Seen {time}.</source>
        <translation>读取于 {time}。</translation>
    </message>
    <message>
        <source>Seen {time}. Send looks again.</source>
        <translation>读取于 {time}。发送前会再次查看。</translation>
    </message>
</context>
<context>
    <name>WorkspaceCheck</name>
    <message>
        <source>Rules for this workspace</source>
        <translation>此工作区的规则</translation>
    </message>
    <message>
        <source>The probe costs two calls: it reads the lead, and then sends an update of it without any field. No value changes, but Marketo may count it as an update.</source>
        <translation>探测需要两次调用：先读取潜在客户，再发送一次不含任何字段的更新。不会更改任何值，但 Marketo 可能将其计为一次更新。</translation>
    </message>
    <message>
        <source>&amp;Probe this lead</source>
        <translation>探测此潜在客户(&amp;P)</translation>
    </message>
    <message>
        <source>Really send the probe?</source>
        <translation>确定发送探测？</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Is this lead in the primary partition of the workspace? Unknown.</source>
        <translation>此潜在客户是否在该工作区的主分区中？未知。</translation>
    </message>
    <message>
        <source>The lead could not be found, so the probe was not sent and nothing was written.</source>
        <translation>找不到该潜在客户，因此没有发送探测，也没有写入任何内容。</translation>
    </message>
    <message>
        <source>Yes: this lead is in the primary partition of {workspace}.</source>
        <translation>是：此潜在客户在 {workspace} 的主分区中。</translation>
    </message>
    <message>
        <source>No: this lead is not in the primary partition of {workspace}.</source>
        <translation>否：此潜在客户不在 {workspace} 的主分区中。</translation>
    </message>
    <message>
        <source>The probe proves nothing about {workspace}.</source>
        <translation>探测无法证明任何关于 {workspace} 的结论。</translation>
    </message>
    <message>
        <source>Marketo took the update with this workspace in its header.</source>
        <translation>Marketo 接受了标头中带有此工作区的更新。</translation>
    </message>
    <message>
        <source>Marketo refused it: {text}</source>
        <translation>Marketo 拒绝了它：{text}</translation>
    </message>
    <message>
        <source>Marketo does not take the name of the workspace: {text}</source>
        <translation>Marketo 不接受此工作区名称：{text}</translation>
    </message>
    <message>
        <source>Marketo does not find the lead any more: {text}</source>
        <translation>Marketo 已找不到该潜在客户：{text}</translation>
    </message>
    <message>
        <source>Marketo made a new lead ({text}), which should not happen: look at it.</source>
        <translation>Marketo 新建了一条潜在客户（{text}），这本不该发生：请查看。</translation>
    </message>
    <message>
        <source>Marketo refused for another reason: {text}</source>
        <translation>Marketo 因其他原因拒绝：{text}</translation>
    </message>
    <message>
        <source>Marketo answered with a word that is not known here: {text}</source>
        <translation>Marketo 以此处未知的词答复：{text}</translation>
    </message>
    <message>
        <source>No answer of Marketo&apos;s came back.</source>
        <translation>没有收到 Marketo 的答复。</translation>
    </message>
    <message>
        <source>No value was sent, so none was changed.</source>
        <translation>没有发送任何值，因此没有更改任何值。</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>没有写入任何内容。</translation>
    </message>
    <message>
        <source>Asking Marketo…</source>
        <translation>正在询问 Marketo…</translation>
    </message>
    <message>
        <source>Something in this program went wrong.</source>
        <translation>本程序出现了错误。</translation>
    </message>
    <message>
        <source>Workspace check – {name}</source>
        <translation>工作区检查 – {name}</translation>
    </message>
    <message>
        <source>&amp;Workspace</source>
        <translation>工作区(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Marketo ID of a lead</source>
        <translation>潜在客户的 Marketo ID(&amp;M)</translation>
    </message>
</context>
<context>
    <name>Zones</name>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>潜在客户</translation>
    </message>
</context>
<context>
    <name>_Question</name>
    <message>
        <source>Drafts and recent leads on the disk are removed at once. What about the values in past calls?</source>
        <translation>磁盘上的草稿和最近的潜在客户会立即移除。过去调用中的值如何处理？</translation>
    </message>
    <message>
        <source>&amp;Take them out for good</source>
        <translation>永久去除(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Leave past calls as they are</source>
        <translation>保持过去的调用不变(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
</context>
</TS>
