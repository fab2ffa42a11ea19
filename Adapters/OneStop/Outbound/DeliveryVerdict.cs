using System.Globalization;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Messaging;

namespace DichVuCong.Adapters.OneStop.Outbound;

/// <summary>Decides what a delivery came to. Reasons go into the journal: English, codes only, never a partner's words.</summary>
internal static class DeliveryVerdict
{
    /// <summary>The outcome of a call.</summary>
    public static Outcome Of(CallResult result, DossierContent content, OutcomeTable<DeliveryAnswer> table) => result switch
    {
        CallResult.NotSent notSent => Outcome.Transient(notSent.Reason).By(FaultSide.Network),
        CallResult.Lost lost => Outcome.Unknown(lost.Reason).By(FaultSide.Network),
        CallResult.Answered answered => OfAnswer(answered, content, table),
        _ => throw new ArgumentOutOfRangeException(nameof(result), result.GetType().Name, "No such result of a call."),
    };

    private static Outcome OfAnswer(CallResult.Answered answered, DossierContent content, OutcomeTable<DeliveryAnswer> table)
    {
        DeliveryAnswer? answer = answered.Reply is { ErrorCode: { } code } reply ? table.Of(code, reply.Message, content.Revision > 1) : null;

        // A success counts whatever clothes it comes in: the system has the dossier.
        if (answer == DeliveryAnswer.Stored) return Outcome.Done(new DossierDelivered(content.Dossier, content.Revision, AlreadyThere: false));
        if (answer == DeliveryAnswer.AlreadyThere) return Outcome.Done(new DossierDelivered(content.Dossier, content.Revision, AlreadyThere: true));

        var reason = ReasonOf(answered);
        return StatusTable.Of(answered.Status, answered.RetryAfter is not null) switch
        {
            StatusMeaning.AskTheBody => answer == DeliveryAnswer.Refused ? Refused(answered, content, reason) : Outcome.Unknown($"{reason}, no clear answer"),
            StatusMeaning.Refused => Refused(answered, content, reason),
            StatusMeaning.NotReached => Outcome.Transient($"{reason}: check the system's address and credentials").By(FaultSide.Us),
            StatusMeaning.Later => Outcome.Transient(reason, answered.RetryAfter),
            _ => Outcome.Unknown(reason),
        };
    }

    private static Outcome Refused(CallResult.Answered answered, DossierContent content, string reason) =>
        Outcome.Refused(reason, new DeliveryRefused(content.Dossier, content.Revision, RefusalText.Of(answered, content)));

    private static string ReasonOf(CallResult.Answered answered) => answered.Reply is { ErrorCode: { } code }
        ? string.Create(CultureInfo.InvariantCulture, $"HTTP {answered.Status}, error_code {code}")
        : string.Create(CultureInfo.InvariantCulture, $"HTTP {answered.Status}, {(answered.Reply is null ? "no reply of the contract" : "no error_code")}");
}
