import { describe, expect, test } from 'vitest'
import { readForward } from '../../shared/mail/read/forward.ts'
import { readMessage } from '../../shared/mail/read/message.ts'
import { bytes } from '../support/mail.ts'

/** Forwards without a plain part, in the markup that each program writes. */
const FORWARDS: Readonly<Record<string, string>> = {
  Gmail: `<div dir="ltr">FYI, from Ingrid<br clear="all">
<div><br></div><span class="gmail_signature_prefix">-- </span><br>
<div dir="ltr" class="gmail_signature">Marcus Hale<br>Hale Search</div></div><br>
<div class="gmail_quote">
<div dir="ltr" class="gmail_attr">---------- Forwarded message ---------<br>From: <strong class="gmail_sendername" dir="auto">Ingrid Solberg</strong> <span dir="auto">&lt;<a href="mailto:ingrid@nordplast.example">ingrid@nordplast.example</a>&gt;</span><br>Date: Tue, Sep 8, 2026 at 10:12&#8239;AM<br>Subject: Extrusion lead<br>To: Marcus Hale &lt;<a href="mailto:marcus@halesearch.example">marcus@halesearch.example</a>&gt;<br>Cc: Petra Novak &lt;<a href="mailto:petra@nordplast.example">petra@nordplast.example</a>&gt;<br></div><br><br>
<div dir="ltr">
<p>Marcus,</p>
<p>Petra will run it.</p>
<p>Ingrid</p></div></div>`,
  'Outlook of the desktop': `<html xmlns:o="x"><head><meta name=Generator content="Microsoft Word 15"><style>p.MsoNormal{margin:0}</style></head><body lang=EN-US>
<div class=WordSection1>
<p class=MsoNormal>FYI, from Ingrid<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<div>
<div style='border:none;border-top:solid #E1E1E1 1.0pt'>
<p class=MsoNormal><b>From:</b> Ingrid Solberg &lt;ingrid@nordplast.example&gt; <br><b>Sent:</b> Tuesday, September 8, 2026 10:12 AM<br><b>To:</b> Marcus Hale &lt;marcus@halesearch.example&gt;<br><b>Cc:</b> Petra Novak &lt;petra@nordplast.example&gt;<br><b>Subject:</b> Extrusion lead<o:p></o:p></p></div></div>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal>Marcus,<o:p></o:p></p>
<p class=MsoNormal>Petra will run it.<o:p></o:p></p>
<p class=MsoNormal>Ingrid<o:p></o:p></p></div></body></html>`,
  'Outlook of the web': `<div class="elementToProof">FYI, from Ingrid</div>
<div id="appendonsend"></div>
<hr style="display:inline-block;width:98%">
<div id="divRplyFwdMsg" dir="ltr"><font face="Calibri"><b>From:</b> Ingrid Solberg &lt;ingrid@nordplast.example&gt;<br><b>Sent:</b> Tuesday, September 8, 2026 10:12 AM<br><b>To:</b> Marcus Hale &lt;marcus@halesearch.example&gt;<br><b>Cc:</b> Petra Novak &lt;petra@nordplast.example&gt;<br><b>Subject:</b> Extrusion lead</font>
<div>&nbsp;</div></div>
<div>Marcus,</div>
<div><br></div>
<div>Petra will run it.</div>
<div>Ingrid</div>`,
  'Apple Mail': `<html><body>FYI, from Ingrid<br>
<div><br>
<blockquote type="cite">
<div>Begin forwarded message:</div><br class="Apple-interchange-newline">
<div style="margin:0"><span><b>From: </b></span><span>Ingrid Solberg &lt;<a href="mailto:ingrid@nordplast.example">ingrid@nordplast.example</a>&gt;<br></span></div>
<div><span><b>Subject: </b></span><span><b>Extrusion lead</b><br></span></div>
<div><span><b>Date: </b></span><span>September 8, 2026 at 10:12:00 AM EDT<br></span></div>
<div><span><b>To: </b></span><span>Marcus Hale &lt;<a>marcus@halesearch.example</a>&gt;<br></span></div>
<div><span><b>Cc: </b></span><span>Petra Novak &lt;<a>petra@nordplast.example</a>&gt;<br></span></div><br>
<div>
<p>Marcus,</p>
<p>Petra will run it.</p>Ingrid</div></blockquote></div></body></html>`,
  Thunderbird: `<p>FYI, from Ingrid</p>
<div class="moz-forward-container"><br><br>-------- Forwarded Message --------
<table class="moz-email-headers-table"><tbody>
<tr><th align="RIGHT">Subject: </th><td>Extrusion lead</td></tr>
<tr><th>Date: </th><td>Tue, 8 Sep 2026 10:12:00 -0400</td></tr>
<tr><th>From: </th><td>Ingrid Solberg <a href="x">&lt;ingrid@nordplast.example&gt;</a></td></tr>
<tr><th>To: </th><td>Marcus Hale <a>&lt;marcus@halesearch.example&gt;</a></td></tr>
<tr><th>CC: </th><td>Petra Novak <a>&lt;petra@nordplast.example&gt;</a></td></tr></tbody></table><br><br>Marcus,<br><br>Petra will run it.<br>Ingrid</div>`,
  'an iPhone': `<div dir="ltr">FYI, from Ingrid<br><br>Sent from my iPhone</div>
<div dir="ltr"><br>Begin forwarded message:<br><br></div>
<blockquote type="cite">
<div dir="ltr"><b>From:</b> Ingrid Solberg &lt;ingrid@nordplast.example&gt;<br><b>Date:</b> September 8, 2026 at 10:12:00 AM EDT<br><b>To:</b> Marcus Hale &lt;marcus@halesearch.example&gt;<br><b>Cc:</b> Petra Novak &lt;petra@nordplast.example&gt;<br><b>Subject:</b> <b>Extrusion lead</b><br><br></div></blockquote>
<blockquote type="cite">
<div dir="ltr">&#65279;Marcus,
<div>Petra will run it.</div>
<div>Ingrid</div></div></blockquote>`,
}

describe('a forward in HTML alone', () => {
  test.each(Object.entries(FORWARDS))('by %s is read whole', async (_, html) => {
    const message = await readMessage(bytes(`Content-Type: text/html; charset=utf-8\r\n\r\n${html}`))
    if (message.kind === 'too-much') throw new Error(message.limit)
    const forwarded = readForward(message.text, { subject: 'Fwd: Extrusion lead', zone: 'America/New_York' })
    expect(forwarded?.note).toBe('FYI, from Ingrid')
    expect(forwarded?.layers).toHaveLength(1)
    expect(forwarded?.layers[0]).toMatchObject({
      from: { name: 'Ingrid Solberg', address: 'ingrid@nordplast.example' },
      to: [{ name: 'Marcus Hale', address: 'marcus@halesearch.example' }],
      cc: [{ name: 'Petra Novak', address: 'petra@nordplast.example' }],
      subject: 'Extrusion lead',
      date: { at: '2026-09-08T14:12:00Z', certain: true },
    })
    expect(forwarded?.layers[0]?.body.split(/\n+/)).toEqual(['Marcus,', 'Petra will run it.', 'Ingrid'])
  })
})
