using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;
using DichVuCong.Runtime.Lines;

namespace DichVuCong.Golden.Recorder;

/// <summary>One-stop systems, one of each temper.</summary>
internal sealed class Systems : IPartnerOperation<DeliverDossier>
{
    public const string Good = "H29";
    public const string Hanging = "H26";
    public const string Busy = "H30";
    public const string Broken = "H31";
    public const string Vague = "H32";
    public const string Refusing = "H33";

    /// <summary>It has no line: what is to be sent to it cannot be decided on.</summary>
    public const string Unheard = "H34";

    private static readonly TimeSpan Never = TimeSpan.FromHours(12);

    public static IEnumerable<LineDeclaration> Lines =>
    [
        new("onestop:H29", 2, LineLimits.Default),
        new("onestop:H26", 1, LineLimits.Default with { Concurrency = 2, CallTimeout = Never }),
        new("onestop:H30", 1, LineLimits.Default with { CircuitOpensAfter = 1000 }),
        new("onestop:H31", 1, LineLimits.Default with { MaxAttempts = 1, CircuitOpensAfter = 1000 }),
        new("onestop:H32", 1, LineLimits.Default with { FirstRetryAfter = Never, LongestRetryAfter = Never, CircuitOpensAfter = 1000 }),
        new("onestop:H33", 1, LineLimits.Default),
        new("sms", 1, LineLimits.Default with { CircuitOpensAfter = 1000, CallTimeout = Never }),
        new("email", 1, LineLimits.Default),
    ];

    public Repeatability RepeatabilityOf(DeliverDossier command) => Repeatability.CanBeAsked;

    public async Task<Outcome> CallAsync(DeliverDossier command, PartnerCall call, CancellationToken cancellationToken)
    {
        switch (command.System)
        {
            case Good:
                return Outcome.Done(new DossierDelivered(command.Dossier, command.Revision, AlreadyThere: false));
            case Hanging:
                // Not even shutting down ends it: the host leaves the call behind with its mark.
                await new TaskCompletionSource<Outcome>().Task;
                throw new InvalidOperationException("It came to an end.");
            case Busy:
                return Outcome.Transient("busy", Never);
            case Broken:
                return Outcome.Transient("HTTP 500");
            case Vague:
                return Outcome.Unknown("cut in mid-answer");
            default:
                return Outcome.Refused("not configured", new DeliveryRefused(command.Dossier, command.Revision, "Mã thủ tục chưa cấu hình"));
        }
    }

    public Task<Outcome> AskAsync(DeliverDossier command, PartnerCall call, CancellationToken cancellationToken) => Task.FromResult(Outcome.Pending("still at it"));
}

/// <summary>Takes most; of some it says nothing, and cannot be asked either.</summary>
internal sealed class SmsProvider : IPartnerOperation<SendSms>
{
    public Repeatability RepeatabilityOf(SendSms command) => Repeatability.Neither(WhenUnknown.GiveUpAndShow);

    public Task<Outcome> CallAsync(SendSms command, PartnerCall call, CancellationToken cancellationToken) => Task.FromResult(
        command.Occasion == "state-9"
            ? Outcome.Unknown("no answer")
            : Outcome.Done(new NoticeSent(command.Dossier, command.Occasion, NoticeChannels.Sms)));

    public Task<Outcome> AskAsync(SendSms command, PartnerCall call, CancellationToken cancellationToken) => Task.FromResult(Outcome.Unknown("cannot be asked"));
}

/// <summary>Refuses every address.</summary>
internal sealed class MailServer : IPartnerOperation<SendEmail>
{
    public Repeatability RepeatabilityOf(SendEmail command) => Repeatability.Deduplicates();

    public Task<Outcome> CallAsync(SendEmail command, PartnerCall call, CancellationToken cancellationToken) => Task.FromResult(
        Outcome.Refused("550", new NoticeFailed(command.Dossier, command.Occasion, NoticeChannels.Email, "550 unknown mailbox")));

    public Task<Outcome> AskAsync(SendEmail command, PartnerCall call, CancellationToken cancellationToken) => Task.FromResult(Outcome.Absent("never heard of it"));
}
