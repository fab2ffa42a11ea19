using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;
using DichVuCong.Saga.Dossiers;

namespace DichVuCong.Saga.Payments;

/// <summary>
/// An inquiry (tra soát) on one difference between us, a bank and an agency (A25.4, A26.4): both are asked and reminded, two persons close it
/// with a reason, and until then every reconciliation carries it over to its day.
/// </summary>
public sealed partial class InquirySaga(PaymentRules rules) :
    Saga<InquiryData>,
    IStartedBy<InquiryData, OpenInquiry>,
    IHandle<InquiryData, AnswerInquiry>,
    IHandle<InquiryData, CarryInquiry>,
    IHandle<InquiryData, ClockFired>,
    IHandle<InquiryData, ClockMoved>
{
    /// <summary>
    /// A difference was found. One that two persons closed is not opened again; one that only a file closed is, when a later file tells the very
    /// same once more.
    /// </summary>
    public Decision<InquiryData> Handle(InquiryData? state, OpenInquiry message, Occasion occasion)
    {
        if (state is not null && !state.IsResolved) return Become(state);
        var now = WholeSeconds.Of(occasion.Now);
        var claimFrom = VietnamTime.At(message.Day, TimeOnly.MinValue);
        var data = new InquiryData
        {
            Difference = message.Difference,
            Kind = message.Kind,
            Agency = message.Agency,
            TransactionNo = message.TransactionNo,
            Day = message.Day,
            Parties = (message.Partner.Length > 0 ? InquiryParty.Bank : InquiryParty.None) | (message.Agency is null ? InquiryParty.None : InquiryParty.Agency),
            OpenedAt = now,
            Deadline = WholeSeconds.Of(occasion.Calendars.Due(InquiryDeciding.DeadlineOf(now, rules))),
            ClaimFrom = claimFrom,
            ClaimUntil = WholeSeconds.Of(occasion.Calendars.Due(InquiryDeciding.ClaimOf(claimFrom, rules))),
            Since = now,
            RemindFrom = now,
        };
        var decision = new InquiryDeciding(state ?? data, rules, occasion) { IsNew = state is null };
        if (state is not null)
        {
            decision.MoveTo(InquiryState.Open);
            decision.Data = data;
        }

        decision.Publish(new PaymentDifferenceFound(
            data.Difference,
            data.Kind,
            message.Partner,
            message.Reference,
            message.Agency,
            message.TransactionNo,
            message.Day,
            message.Expected,
            message.Found,
            data.Deadline));
        return decision.Done();
    }

    /// <summary>A party that was asked answered, for itself alone. An answer after the end is kept and changes nothing.</summary>
    public Decision<InquiryData> Handle(InquiryData state, AnswerInquiry message, Occasion occasion) => Decide(state, occasion, decision =>
    {
        if (!state.Parties.HasFlag(message.Party) || message.Party is not (InquiryParty.Bank or InquiryParty.Agency))
        {
            decision.Publish(new AnswerNotAllowed(state.Difference, message.AnsweredBy, message.Party));
            return;
        }

        decision.Keep(message.Party == InquiryParty.Bank ? InquiryStep.BankAnswered : InquiryStep.AgencyAnswered, message.Text, message.AnsweredBy);
        if (state.State == InquiryState.Closed) return;
        decision.Data = state with { Answers = state.Answers | message.Party };
        if (state.State == InquiryState.Open && decision.Data.Missing == InquiryParty.None) decision.MoveTo(InquiryState.Answered);
    });

    /// <summary>It is still open on a later day.</summary>
    public Decision<InquiryData> Handle(InquiryData state, CarryInquiry message, Occasion occasion) => Decide(state, occasion, decision =>
    {
        if (state.State != InquiryState.Closed && !(message.Day <= state.CarriedTo)) decision.Data = state with { CarriedTo = message.Day };
    });

    /// <summary>A clock came due. A clock that does not run any more says nothing.</summary>
    public Decision<InquiryData> Handle(InquiryData state, ClockFired message, Occasion occasion)
    {
        if (InquiryDeciding.TermsOf(state, message.Clock, rules) is null) return Become(state);
        var decision = new InquiryDeciding(state, rules, occasion) { Fired = message.Clock };
        switch (message.Clock)
        {
            case InquiryClocks.Deadline:
                decision.Data = state with { IsOverdue = true };
                decision.Publish(new InquiryOverdue(state.Difference, IsClaim: false, message.Due));
                break;
            case InquiryClocks.Claim:
                decision.Data = state with { IsClaimOver = true };
                decision.Publish(new InquiryOverdue(state.Difference, IsClaim: true, message.Due));
                break;
            default:
                decision.Data = state with { Reminders = state.Reminders + 1, RemindFrom = decision.Now };
                decision.Publish(new InquiryReminded(state.Difference, state.Missing, state.Reminders + 1, state.Deadline));
                break;
        }

        return decision.Done();
    }

    /// <summary>A new calendar moved a clock: what is shown follows.</summary>
    public Decision<InquiryData> Handle(InquiryData state, ClockMoved message, Occasion occasion) => Decide(state, occasion, decision =>
    {
        var due = WholeSeconds.Of(message.Due);
        if (message.Clock == InquiryClocks.Deadline) decision.Data = state with { Deadline = due };
        else if (message.Clock == InquiryClocks.Claim) decision.Data = state with { ClaimUntil = due };
    });

    private Decision<InquiryData> Decide(InquiryData state, Occasion occasion, Action<InquiryDeciding> decide)
    {
        var decision = new InquiryDeciding(state, rules, occasion);
        decide(decision);
        return decision.Done();
    }
}
