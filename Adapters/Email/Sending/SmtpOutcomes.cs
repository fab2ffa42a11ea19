using System.Globalization;

namespace DichVuCong.Adapters.Email;

/// <summary>What the end of an attempt means.</summary>
internal enum MailVerdict : byte
{
    /// <summary>The server took the mail.</summary>
    Taken,

    /// <summary>This mail will never be taken: its recipient or its content.</summary>
    Refused,

    /// <summary>
    /// Our account, sender or set-up is refused, or the server's certificate is not believed. No fault of the mail, so it is kept and tried
    /// slowly, and the operator is told.
    /// </summary>
    Configuration,

    /// <summary>Nothing was taken, and another try may help.</summary>
    TryLater,

    /// <summary>It may have been taken.</summary>
    Unknown,
}

/// <summary>
/// What replies and faults mean, as tables (<c>external-parties.md</c> E; RFC 5321 4.2, RFC 3463). Before the final dot nothing is taken,
/// so no fault there leaves a doubt; after it every fault does.
/// </summary>
internal static class SmtpOutcomes
{
    private const string OurAccount = "the mail server refuses our account or set-up";
    private const string NoRelay = "the mail server does not pass mail on for us";
    private const string OurSender = "the mail server refuses our sender or set-up";
    private const string TheAddress = "the mail server refuses the recipient's address";
    private const string TheMail = "the mail server refuses the mail";
    private const string NotNow = "the mail server cannot take it now";

    /// <summary>
    /// Replies: stage (null for any), codes from and to, subject and detail of the enhanced code (null for any or none); the first that fits
    /// counts.
    /// </summary>
    public static IReadOnlyList<(SmtpStage? Stage, int From, int To, int? Subject, int? Detail, MailVerdict Verdict, string Reason)> Replies { get; } =
    [
        (SmtpStage.Verdict, 200, 299, null, null, MailVerdict.Taken, "taken by the mail server"),
        (SmtpStage.Verdict, 300, 399, null, null, MailVerdict.Unknown, "the mail server wants more after the whole mail"),
        (null, 400, 499, null, null, MailVerdict.TryLater, NotNow),
        (SmtpStage.MailFrom, 552, 552, null, null, MailVerdict.Refused, TheMail),
        (SmtpStage.Recipient, 500, 509, null, null, MailVerdict.Configuration, OurSender),
        (SmtpStage.Recipient, 530, 539, null, null, MailVerdict.Configuration, OurAccount),
        // Security or policy at this stage is about who may relay, not about the mailbox (5.1.x, 5.2.x).
        (SmtpStage.Recipient, 500, 599, 7, null, MailVerdict.Configuration, NoRelay),
        (SmtpStage.Recipient, 500, 599, null, null, MailVerdict.Refused, TheAddress),
        (SmtpStage.Verdict, 500, 509, null, null, MailVerdict.Configuration, OurSender),
        (SmtpStage.Verdict, 530, 539, null, null, MailVerdict.Configuration, OurAccount),
        // 5.7.60: the account may not send as this sender.
        (SmtpStage.Verdict, 500, 599, 7, 60, MailVerdict.Configuration, OurSender),
        (SmtpStage.Verdict, 500, 599, null, null, MailVerdict.Refused, TheMail),
        (SmtpStage.Authentication, 500, 599, null, null, MailVerdict.Configuration, OurAccount),
        (null, 500, 599, null, null, MailVerdict.Configuration, OurSender),
        (null, 200, 399, null, null, MailVerdict.TryLater, "the mail server's reply does not fit the command"),
    ];

    /// <summary>Faults before the final dot.</summary>
    public static IReadOnlyDictionary<SmtpFault, (MailVerdict Verdict, string Reason)> Faults { get; } =
        new Dictionary<SmtpFault, (MailVerdict Verdict, string Reason)>
        {
            [SmtpFault.Network] = (MailVerdict.TryLater, "the mail server was not reached, or hung up"),
            [SmtpFault.TimedOut] = (MailVerdict.TryLater, "time-out or shutdown"),
            [SmtpFault.Protocol] = (MailVerdict.TryLater, "the mail server does not speak SMTP"),
            [SmtpFault.Tls] = (MailVerdict.Configuration, "the mail server's certificate is not believed, or it speaks no TLS"),
            [SmtpFault.NotOffered] = (MailVerdict.Configuration, "the mail server does not offer what the settings require"),
        };

    /// <summary>Judges the end of an attempt.</summary>
    public static (MailVerdict Verdict, string Reason) Judge(SmtpEnd end)
    {
        var (verdict, reason) = end.Reply is { } reply ? JudgeReply(end.Stage, reply)
            : end.Stage >= SmtpStage.Verdict ? (MailVerdict.Unknown, "the whole mail was sent, and no verdict came")
            : Faults[end.Fault!.Value];
        return (verdict, string.Create(CultureInfo.InvariantCulture, $"{reason} ({end})"));
    }

    private static (MailVerdict Verdict, string Reason) JudgeReply(SmtpStage stage, SmtpReply reply)
    {
        var row = Replies.First(row => (row.Stage is null || row.Stage == stage)
            && reply.Code >= row.From && reply.Code <= row.To
            && (row.Subject is null || row.Subject == reply.Subject)
            && (row.Detail is null || row.Detail == reply.Detail));
        return (row.Verdict, row.Reason);
    }
}
