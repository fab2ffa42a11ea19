using System.Text.Json.Serialization;

namespace DichVuCong.Contracts.Payments;

/// <summary>Where a refund stands.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RefundState>))]
public enum RefundState : byte
{
    /// <summary>The partner was told.</summary>
    Requested = 1,

    /// <summary>The partner accepted it and is at it.</summary>
    InProgress = 2,

    /// <summary>The money is back with the payer.</summary>
    Done = 3,

    /// <summary>The partner will not do it. It is never tried again by itself.</summary>
    Rejected = 4,
}

/// <summary>Why money goes back.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RefundCause>))]
public enum RefundCause : byte
{
    /// <summary>The order is paid by another payment.</summary>
    DoublePayment = 1,

    /// <summary>More was paid than the order's amount.</summary>
    Excess = 2,

    /// <summary>The order is cancelled.</summary>
    Cancelled = 3,

    /// <summary>The collecting agency decided it.</summary>
    Decision = 4,
}
