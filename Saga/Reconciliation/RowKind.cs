namespace DichVuCong.Saga.Reconciliation;

/// <summary>What moved the money; rows of different kinds never match.</summary>
public enum RowKind : byte
{
    /// <summary>A payer paid an order.</summary>
    Payment = 1,

    /// <summary>Money went back to a payer.</summary>
    Refund = 2,

    /// <summary>The partner passed money on to a beneficiary's account.</summary>
    Settlement = 3,

    /// <summary>The partner's own fee.</summary>
    Fee = 4,
}

/// <summary>How a movement stands, in words that both sides share; the partner's codes are mapped to them by its adapter's settings.</summary>
public enum RowStatus : byte
{
    /// <summary>Done: money moved.</summary>
    Done = 1,

    /// <summary>Begun, and not known to have ended.</summary>
    Pending = 2,

    /// <summary>Ended, and no money moved.</summary>
    Failed = 3,

    /// <summary>Asked for, and nobody could say.</summary>
    Unknown = 4,

    /// <summary>The order was over (cancelled, or paid otherwise) before this money came.</summary>
    Closed = 5,

    /// <summary>The order's time was over before money came. What is paid late still pays it.</summary>
    Expired = 6,
}

/// <summary>Whose row it is.</summary>
public enum RowSide : byte
{
    /// <summary>Ours.</summary>
    Ledger = 0,

    /// <summary>The bank's.</summary>
    Statement = 1,
}
