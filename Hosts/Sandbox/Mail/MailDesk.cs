using DichVuCong.Sandbox.Faults;
using DichVuCong.Sandbox.Ledger;

namespace DichVuCong.Sandbox.Mail;

/// <summary>Takes mails. A mail server knows no duplicates: what comes twice is delivered twice, and the ledger says so.</summary>
internal sealed class MailDesk(NoticeBook notices, FaultBook faults, TimeProvider time)
{
    /// <summary>The clock of delays.</summary>
    public TimeProvider Time { get; } = time;

    /// <summary>Whether the mail server is down.</summary>
    public bool IsDown => faults.IsDown(Parties.Email);

    /// <summary>The fault that strikes a mail to a recipient; null for none.</summary>
    public Fault? Draw(string recipient) => faults.Draw(Parties.Email, FaultCalls.Deed, recipient);

    /// <summary>Takes a mail.</summary>
    public void Take(IEnumerable<string> recipients, string raw)
    {
        var text = MailText.Of(raw);
        foreach (var recipient in recipients) notices.Take(NoticeChannel.Email, recipient, text, window: null);
    }
}
