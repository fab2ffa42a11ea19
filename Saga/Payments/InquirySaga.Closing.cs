using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;

namespace DichVuCong.Saga.Payments;

/// <content>Closing: four eyes and a reason, or a later file that matches.</content>
public sealed partial class InquirySaga :
    IHandle<InquiryData, ProposeClosing>,
    IHandle<InquiryData, DecideClosing>,
    IHandle<InquiryData, ResolveInquiry>
{
    /// <summary>The first person proposes. Another's proposal takes the place of the first.</summary>
    public Decision<InquiryData> Handle(InquiryData state, ProposeClosing message, Occasion occasion)
    {
        if (state.State == InquiryState.Closed || FourEyes.IsSame(state.ProposedBy, message.ProposedBy)) return Become(state);
        return Decide(state, occasion, decision =>
        {
            if (string.IsNullOrWhiteSpace(message.Reason) || !FourEyes.IsNamed(message.ProposedBy))
            {
                var obstacle = string.IsNullOrWhiteSpace(message.Reason) ? ClosingObstacle.NoReason : ClosingObstacle.NotFourEyes;
                decision.Publish(new ClosingNotAllowed(state.Difference, message.ProposedBy, obstacle));
                return;
            }

            decision.Data = state with { ProposedBy = message.ProposedBy };
            decision.MoveTo(InquiryState.ClosingProposed);
            decision.Keep(InquiryStep.ClosingProposed, message.Reason, message.ProposedBy);
        });
    }

    /// <summary>The second person decides. The one who proposed may take the proposal back, but not agree to it.</summary>
    public Decision<InquiryData> Handle(InquiryData state, DecideClosing message, Occasion occasion)
    {
        if (state.State == InquiryState.Closed) return Become(state);
        return Decide(state, occasion, decision =>
        {
            if (ObstacleOf(state, message) is { } obstacle)
            {
                decision.Publish(new ClosingNotAllowed(state.Difference, message.DecidedBy, obstacle));
            }
            else if (message.Agreed)
            {
                decision.Keep(InquiryStep.ClosingAgreed, message.Reason, message.DecidedBy);
                Close(decision, isByRule: false, message.Reason);
            }
            else
            {
                decision.Data = state with { ProposedBy = null };
                decision.MoveTo(state.Missing == InquiryParty.None ? InquiryState.Answered : InquiryState.Open);
                decision.Keep(InquiryStep.ClosingDeclined, message.Reason, message.DecidedBy);
            }
        });
    }

    /// <summary>A later file matched: nothing is left to inquire.</summary>
    public Decision<InquiryData> Handle(InquiryData state, ResolveInquiry message, Occasion occasion)
    {
        if (state.State == InquiryState.Closed) return Become(state);
        return Decide(state, occasion, decision =>
        {
            decision.Keep(InquiryStep.Resolved, message.Rule, message.Run);
            Close(decision, isByRule: true, message.Rule);
        });
    }

    private static ClosingObstacle? ObstacleOf(InquiryData state, DecideClosing message)
    {
        if (string.IsNullOrWhiteSpace(message.Reason)) return ClosingObstacle.NoReason;
        if (state.State != InquiryState.ClosingProposed) return ClosingObstacle.NotProposed;
        var isAllowed = message.Agreed ? FourEyes.AreTwo(state.ProposedBy, message.DecidedBy) : FourEyes.IsNamed(message.DecidedBy);
        return isAllowed ? null : ClosingObstacle.NotFourEyes;
    }

    private static void Close(InquiryDeciding decision, bool isByRule, string reason)
    {
        decision.MoveTo(InquiryState.Closed);
        decision.Data = decision.Data with { IsResolved = isByRule };
        decision.Publish(new InquiryClosed(decision.Data.Difference, isByRule, reason));
    }
}
