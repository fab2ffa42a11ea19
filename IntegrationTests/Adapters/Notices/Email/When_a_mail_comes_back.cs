using System.Text;
using DichVuCong.Adapters.Email;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Notices.Tests.Doubles;

namespace DichVuCong.Notices.Tests.Email;

internal sealed class When_a_mail_comes_back
{
    private const string OurId = "<H29.101-261121-5000001~state-2~019aa4f0111182228333444455556666@dichvucong.example>";

    [TestCase("failed", "5.1.1", NoticeState.Failed, "the mailbox does not exist (5.1.1)")]
    [TestCase("failed", "5.2.2 (mailbox full)", NoticeState.Failed, "the mailbox is full (5.2.2)")]
    [TestCase("failed", "5.2.1", NoticeState.Failed, "the mailbox takes no mail (5.2.1)")]
    [TestCase("failed", "5.3.4", NoticeState.Failed, "the recipient's mail system refuses the mail (5.3.4)")]
    [TestCase("failed", "5.4.4", NoticeState.Failed, "the recipient's mail system cannot be reached (5.4.4)")]
    [TestCase("failed", "5.6.0", NoticeState.Failed, "the recipient's mail system refuses the content (5.6.0)")]
    [TestCase("failed", "5.7.1", NoticeState.Failed, "the recipient's mail system refuses our mails (5.7.1)")]
    [TestCase("failed", "4.4.7", NoticeState.Failed, "the recipient's mail system did not take it in days (4.4.7)")]
    [TestCase("FAILED", "an.nguyen@nhandan.example", NoticeState.Failed, "the mail came back")]
    [TestCase("delivered", "2.0.0", NoticeState.Delivered, null)]
    public void Should_tell_what_became_of_the_notice(string action, string status, NoticeState state, string? reason) =>
        Read(Report(action, status)).ShouldBe(new DeliveryTold(Sample.Dossier, Sample.Occasion, NoticeChannels.Email, state, reason));

    [TestCase("delayed")]
    [TestCase("relayed")]
    [TestCase("expanded")]
    [TestCase("whatever")]
    public void Should_say_nothing_while_it_is_still_tried(string action) => Read(Report(action, "4.4.1")).ShouldBeNull();

    [TestCase("message/rfc822")]
    [TestCase("text/rfc822-headers")]
    public void Should_find_the_notice_in_the_whole_mail_and_in_its_header_alone(string type) => Read(Report("failed", "5.1.1", type)).ShouldNotBeNull();

    [Test]
    public void Should_read_lines_that_end_with_a_line_feed_only() => Read(Report("failed", "5.1.1").ReplaceLineEndings("\n")).ShouldNotBeNull();

    [Test]
    public void Should_read_folded_fields_in_any_letter_case() =>
        Read(Report("failed", "5.1.1").Replace($"Message-ID: {OurId}", $"MESSAGE-ID:\r\n {OurId}", StringComparison.Ordinal)
            .Replace("Content-Type: multipart/report; report-type=delivery-status;", "content-type: MULTIPART/Report;\r\n\treport-type=\"Delivery-Status\";", StringComparison.Ordinal))
            .ShouldNotBeNull();

    [TestCase("<19aa4f0@other.example>")]
    [TestCase("<H29.101-261121-5000001~state-2~xyz@dichvucong.example>")]
    [TestCase("<nothing~state-2~019aa4f0111182228333444455556666@dichvucong.example>")]
    [TestCase("")]
    public void Should_know_that_a_mail_is_none_of_ours(string id) => Read(Report("failed", "5.1.1").Replace(OurId, id, StringComparison.Ordinal)).ShouldBeNull();

    [TestCase("")]
    [TestCase("Subject: Automatic reply\r\n\r\nI am away.")]
    [TestCase("Content-Type: multipart/report; report-type=delivery-status\r\n\r\nno boundary")]
    [TestCase("Content-Type: multipart/report; report-type=disposition-notification; boundary=b\r\n\r\n--b\r\n\r\n--b--")]
    [TestCase("Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nAction: failed")]
    public void Should_take_nothing_from_what_is_no_report(string mail) => Read(mail).ShouldBeNull();

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public void Should_not_stumble_over_whatever_is_in_the_mailbox(byte[]? mail) => Should.NotThrow(() => ReturnedMail.Read(mail ?? []));

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public void Should_not_stumble_over_a_report_that_was_cut(int where)
    {
        var report = Encoding.ASCII.GetBytes(Report("failed", "5.1.1"));

        Should.NotThrow(() => ReturnedMail.Read(report.AsMemory(0, (int)((uint)where % report.Length))));
    }

    private static DeliveryTold? Read(string mail) => ReturnedMail.Read(Encoding.UTF8.GetBytes(mail));

    private static string Report(string action, string status, string type = "message/rfc822") =>
        $"""
        Return-Path: <>
        From: Mail Delivery System <mailer-daemon@nhandan.example>
        To: khong-tra-loi@dichvucong.example
        Subject: Undelivered Mail Returned to Sender
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="=_bounce"

        This is the mail system.

        --=_bounce
        Content-Type: text/plain; charset=utf-8

        I could not deliver to <an.nguyen@nhandan.example>.

        --=_bounce
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.nhandan.example
        Arrival-Date: Sat, 21 Nov 2026 09:00:00 +0700

        Final-Recipient: rfc822; an.nguyen@nhandan.example
        Action: {action}
        Status: {status}
        Diagnostic-Code: smtp; 550 <an.nguyen@nhandan.example>: unknown

        --=_bounce
        Content-Type: {type}

        From: khong-tra-loi@dichvucong.example
        Message-ID: {OurId}
        Subject: x

        body
        --=_bounce--

        """.ReplaceLineEndings("\r\n");
}
