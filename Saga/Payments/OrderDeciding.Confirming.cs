using DichVuCong.Contracts.Payments;

namespace DichVuCong.Saga.Payments;

/// <content>Telling the ministry's system (5.3) until it has taken it.</content>
internal sealed partial class OrderDeciding
{
    /// <summary>It took it.</summary>
    public void ConfirmationIsTaken(OrderState state)
    {
        if (Data.Confirming?.State == state) Data = Data with { Confirming = null, Confirmed = state };
    }

    /// <summary>It did not take it: it is told again when the schedule says so.</summary>
    public void ConfirmationIsNotTaken(OrderState state)
    {
        if (Data.Confirming is not { NextAt: null } confirming || confirming.State != state) return;
        var next = rules.Confirmations.NextAfter(confirming.Since, Now);
        if (next is null)
        {
            Data = Data with { Confirming = null };
            Publish(new ConfirmationGivenUp(Data.Reference, Data.Agency, Data.ConfirmTo!, state));
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

    /// <summary>A newer state takes the place of one that was not taken yet.</summary>
    private void BeginConfirmation()
    {
        if (Data.ConfirmTo is not null && rules.ConfirmedStates.Contains(Data.State)) Confirm(new Confirmation(Data.State, Now, Attempts: 1, NextAt: null));
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
            confirming.Attempts));
    }
}
