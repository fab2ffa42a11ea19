namespace DichVuCong.Payments.Reconciliation;

/// <summary>What a run does about a difference, as it is stored.</summary>
public enum FindingAction : byte
{
    /// <summary>It is expected in the next file.</summary>
    Waits = 0,

    /// <summary>An inquiry is opened, or carried over.</summary>
    Inquiry = 1,

    /// <summary>The bank says paid and we were waiting: the order is told.</summary>
    ConfirmPayment = 2,

    /// <summary>The bank says refunded and we were waiting: the order asks the partner by its own clock; the next run makes it an inquiry.</summary>
    AwaitRefund = 3,

    /// <summary>The settlement is told to its order, which judges it and opens an inquiry of its own where it must.</summary>
    Order = 4,
}
