using System.Text;
using DichVuCong.Abuse.Tests.Mutation;
using DichVuCong.Abuse.Tests.Running;
using DichVuCong.Adapters.AppNotices;
using DichVuCong.Adapters.Email;
using DichVuCong.Adapters.SmsBrandname;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DichVuCong.Abuse.Tests.Readers;

/// <summary>What the SMS provider and the mail server answer.</summary>
internal static class NoticeTargets
{
    private static readonly string[] SoapAnswers =
    [
        """<?xml version="1.0" encoding="utf-8"?><S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body><ns2:wsCpMtResponse xmlns:ns2="http://impl.bulkSms.ws/"><return><message>Insert MT_QUEUE: OK</message><result>1</result></return></ns2:wsCpMtResponse></S:Body></S:Envelope>""",
        """<S:Envelope xmlns:S="s"><S:Body><S:Fault><faultcode>S:Client</faultcode><faultstring>x &amp; y</faultstring></S:Fault></S:Body></S:Envelope>""",
        """<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><r><message>&b;</message><result>0</result></r>""",
        """<r><message><![CDATA[Check UserID 0981234567]]></message><result>0</result><a/><b></b></r>""",
    ];

    private static readonly string[] SmtpAnswers =
    [
        "220 mail.example ESMTP\r\n", "250-mail.example\r\n250-SIZE 10240000\r\n250-STARTTLS\r\n250-AUTH PLAIN LOGIN\r\n250-AUTH=PLAIN\r\n250 PIPELINING\r\n", "550 5.1.1 <mau.nguyen@nhandan.example> unknown\r\n",
        "421 4.3.2 closing\r\n", "354\r\n", "250 2.0.0 Ok: queued as 4D\r\n", "451-4.7.1 a\r\n451 4.7.1 b\r\n", "999 x\r\n", "25\r\n", "250-a\r\n550 b\r\n",
    ];

    private static readonly Doc[] JsonAnswers =
    [
        Doc.Parse("""{"RPLY":{"name":"send_sms_list","ERROR":"0","ERROR_DESC":"success"}}"""), Doc.Parse("""{"error":1013,"error_description":"expired"}"""),
        Doc.Parse("""{"CodeResult":"100","CountRegenerate":0,"SMSID":"s","ErrorMessage":"0981234567"}"""),
    ];

    private static readonly Doc AppReportSample = Doc.Parse("""{"reference":"H29.101-261121-5000001~receipt","state":"failed","reason":"not-installed"}""");

    private const string ReturnedMailSample =
        "Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n"
        + "Final-Recipient: rfc822; mau.nguyen@nhandan.example\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\n"
        + "Message-ID: <H29.101-261121-5000001~receipt~019aa4f0111182228333444455556666@dvc.example>\r\n\r\n--b--\r\n";

    private static readonly string[] MailTokens = ["--b", "--b--", "\r\n\r\n", "\n", ":", ";", "boundary=", "Content-Type: multipart/report", "Action: failed", "\0", "\u00ff", "<", "~"];

    private static readonly string[] Tokens = ["<", ">", "&#0;", "&#xD800;", "<!--", "]]>", "\"", "\0", "<a>", "</r>", "&", "xmlns:x='", "\r", "\n", "\r\n.\r\n", "250-", "-1", "4294967296", "\u00ff"];

    public static IEnumerable<IFuzzTarget> All =>
    [
        new ReaderTarget("sms-answer", dice => [.. "200\n"u8, .. MakeSoap(dice)], Send, "BoundedBody.ReadAsync", "SoapAnswer.TryRead"),
        new ReaderTarget("sms-fault", dice => [.. Encoding.ASCII.GetBytes($"{dice.Pick([500, 503, 429, 404, 301, 201])} {dice.Pick(["5", "x", "-9"])}\n"), .. MakeSoap(dice)], Send),
        new ReaderTarget("smtp-answer", MakeSmtp, ReadSmtp, "SmtpReplyReader.ReadAsync", "SmtpReply.TryRead"),
        new ReaderTarget("sms-json-answer", dice => ByteMutation.OfText(dice, JsonMutation.Spoil(dice, dice.Pick(JsonAnswers))), ReadJson, "JsonAnswer.TryRead"),
        new ReaderTarget("app-report", dice => ByteMutation.OfText(dice, JsonMutation.Spoil(dice, AppReportSample)), ReadAppReport, "AppReport.Read"),
        new ReaderTarget("returned-mail", MakeReturnedMail, ReadReturnedMail, "ReturnedMail.Read", "MimeEntity.Read"),
    ];

    private static byte[] MakeReturnedMail(Dice dice)
    {
        var text = ReturnedMailSample;
        for (var changes = dice.Below(4); changes > 0; changes--)
        {
            var at = dice.Below(text.Length + 1);
            text = dice.Below(4) switch
            {
                0 => text.Insert(at, dice.Pick(MailTokens)),
                1 => text.Insert(at, Nasty.Text(dice)),
                2 => text[..at],
                _ => text + text,
            };
        }

        return ByteMutation.OfText(dice, text);
    }

    /// <summary>Whatever comes, it is an answer or none, and its codes can be asked for.</summary>
    private static string? ReadJson(byte[] answer)
    {
        var read = JsonAnswer.TryRead(answer);
        VnptAnswers.Codes.Judge(read is null ? null : VnptAnswers.CodeOf(read));
        FptAnswers.Codes.Judge(read is null ? null : FptAnswers.CodeOf(read));
        var judged = EsmsAnswers.Codes.Judge(read is null ? null : EsmsAnswers.CodeOf(read));
        return CapturedLog.Secrets.Any(secret => judged.Reason.Contains(secret, StringComparison.OrdinalIgnoreCase)) ? "a reason that repeats the answer" : null;
    }

    private static string? ReadAppReport(byte[] report) => Checked(AppReport.Read(report, out _));

    private static string? ReadReturnedMail(byte[] mail) => Checked(ReturnedMail.Read(mail));

    private static string? Checked(DeliveryTold? told) =>
        told?.Reason is { } reason && (reason.Length > 100 || CapturedLog.Secrets.Any(secret => reason.Contains(secret, StringComparison.OrdinalIgnoreCase))) ? "a reason that repeats the report" : null;

    private static byte[] MakeSoap(Dice dice)
    {
        var text = dice.Pick(SoapAnswers);
        for (var changes = dice.Below(4); changes > 0; changes--)
        {
            var at = dice.Below(text.Length + 1);
            text = dice.Below(5) switch
            {
                0 => text.Insert(at, dice.Pick(Tokens)),
                1 => text.Insert(at, Nasty.Text(dice)),
                2 => text[..at],
                3 => text[..at] + string.Concat(Enumerable.Repeat("<a>", dice.Pick([10, 5_000, 30_000]))) + text[at..],
                _ => text + text,
            };
        }

        return ByteMutation.OfText(dice, text);
    }

    private static byte[] MakeSmtp(Dice dice)
    {
        var text = string.Concat(Enumerable.Range(0, 1 + dice.Below(dice.OnceIn(20) ? 300 : 4)).Select(_ => dice.Pick(SmtpAnswers)));
        if (dice.OnceIn(2)) text = text.Insert(dice.Below(text.Length + 1), dice.OnceIn(4) ? new string('x', dice.Pick([511, 4095, 4096, 5000, 100_000])) : dice.Pick(Tokens));
        return dice.OnceIn(2) ? ByteMutation.Spoil(dice, Encoding.Latin1.GetBytes(text)) : Encoding.Latin1.GetBytes(text);
    }

    private static string? Send(byte[] reply)
    {
        using var http = new HttpClient(new CannedReplies(reply));
        var settings = new SmsBrandnameSettings
        {
            Endpoint = new Uri("http://127.0.0.1:9/"),
            User = "user",
            Password = "password",
            CPCode = "CP",
            ServiceID = "Brand",
        };
        var operation = new SendSmsOperation(http, settings, new OneRecipient(), TimeProvider.System, NullLogger<SendSmsOperation>.Instance);
        var outcome = operation.CallAsync(new SendSms(OneRecipient.Dossier, "state-2", "Hồ sơ đã được tiếp nhận."), OneRecipient.Call, CancellationToken.None).GetAwaiter().GetResult();
        return CapturedLog.Secrets.Any(secret => outcome.Reason?.Contains(secret, StringComparison.OrdinalIgnoreCase) == true) ? "a reason that repeats the answer" : null;
    }

    /// <summary>Whatever the server sends ends in a reply, in no reply, or in silence.</summary>
    private static string? ReadSmtp(byte[] answer)
    {
        using var stream = new MemoryStream(answer);
        var reader = new SmtpReplyReader(stream);
        try
        {
            while (true)
            {
                var texts = new List<string>();
                var reply = reader.ReadAsync(texts, CancellationToken.None).AsTask().GetAwaiter().GetResult();
                SmtpExtensions.Read(texts);
                if (reply.Code is < 200 or > 599) return $"a reply of code {reply.Code}";
            }
        }
        catch (Exception end) when (end is EndOfStreamException or InvalidDataException)
        {
            return null;
        }
    }

    private sealed class OneRecipient : INoticeRecipients
    {
        public static DossierCode Dossier { get; } = DossierCode.Parse("H29.101-261121-5000001");

        public static PartnerCall Call { get; } = new(Guid.Empty, "sms", 1, DateTimeOffset.UnixEpoch, TimeSpan.FromSeconds(30));

        public ValueTask<NoticeRecipient?> FindAsync(DossierCode dossier, CancellationToken cancellationToken) => new(new NoticeRecipient(
            PhoneNumber.TryParse("0981234567", out var phone) ? phone : null, Email: null,
            PersonName.TryParse("Nguyễn Văn Mẫu", out var name) ? name : null, "UBND phường Mẫu"));
    }
}
