using DichVuCong.Contracts.Payments;

namespace DichVuCong.Saga.Payments;

/// <content>Telling the ministry's system (5.3) until it has taken it.</content>
internal sealed partial class OrderDeciding
{
    /// <summary>It took it.</summary>
    public void ConfirmationIsTaken(int number)
    {
        if (Data.Confirming is not { } confirming || confirming.Number != number) return;
        Data = Data with { Confirming = null, Confirmed = confirming.State, MustUnsayPaid = false };
    }

    /// <summary>It did not take it: it is told again when the schedule says so.</summary>
    public void ConfirmationIsNotTaken(int number)
    {
        if (Data.Confirming is not { NextAt: null } confirming || confirming.Number != number) return;
        var next = rules.Confirmations.NextAfter(confirming.Since, Now);
        if (next is null)
        {
            Data = Data with { Confirming = null };
            Publish(new ConfirmationGivenUp(Data.Reference, Data.Agency, Data.ConfirmTo!, confirming.State));
        }
        else
        {
            Data = Data with { Confirming = confirming with { NextAt = next } };
        }
    }

    /// <summary>Tells it again.</summary>
    public void ConfirmAgain()
    {
        if (Data.Confirming is { } confirming) Confirm(confirming with { Attempts = confirming.Attempts + 1, NextAt = null });
    }

    /// <summary>
    /// What does not hold any more is told no more, and a newer state takes its place. Once a payment that was told does not stand, every state
    /// is told until one is taken: the ministry's system must not go on believing in it.
    /// </summary>
    private void FollowConfirmation(OrderState from)
    {
        var (state, isPaid) = (Data.State, Data.State is OrderState.Paid or OrderState.Settled);
        // Money that reached the beneficiary is still paid.
        if (Data.Confirming is { } told && told.State != state && !(told.State == OrderState.Paid && isPaid)) Data = Data with { Confirming = null };
        var leavesPaid = from is OrderState.Paid or OrderState.Settled && !isPaid && rules.ConfirmedStates.Contains(OrderState.Paid);
        Data = Data with { MustUnsayPaid = Data.ConfirmTo is not null && !isPaid && (Data.MustUnsayPaid || leavesPaid) };
        if (Data.MustUnsayPaid || rules.ConfirmedStates.Contains(state)) BeginConfirmation();
    }

    private void BeginConfirmation()
    {
        if (Data.ConfirmTo is null) return;
        Data = Data with { Confirmations = Data.Confirmations + 1 };
        Confirm(new Confirmation(Data.State, Now, Attempts: 1, Data.Confirmations, NextAt: null));
    }

    private void Confirm(Confirmation confirming)
    {
        Data = Data with { Confirming = confirming };
        var paid = confirming.State is OrderState.Paid or OrderState.Refunded ? Data.Covering : null;
        Send(new ConfirmPayment(
            Data.Reference,
            Data.ConfirmTo!,
            Data.Obligation,
            confirming.State,
            Data.Amount,
            paid?.Partner,
            paid?.Number,
            paid?.PaidAt ?? confirming.Since,
            confirming.Attempts,
            confirming.Number));
    }
}
