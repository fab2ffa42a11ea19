using System.Text.Json.Serialization;

namespace DichVuCong.Contracts.Payments;

/// <summary>Where an order stands.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<OrderState>))]
public enum OrderState : byte
{
    /// <summary>It can be paid, and no payment is under way.</summary>
    Open = 1,

    /// <summary>The citizen chose a partner; nothing is known of the payment yet.</summary>
    Pending = 2,

    /// <summary>The partner itself does not know whether it was paid (TrangThaiGD 2 or 3).</summary>
    Unknown = 3,

    /// <summary>The last payment failed; it can be tried again.</summary>
    Failed = 4,

    /// <summary>It was not paid in time. Money that comes all the same pays it.</summary>
    Expired = 5,

    /// <summary>The agency took it back. Money that comes all the same goes back.</summary>
    Cancelled = 6,

    /// <summary>It is paid.</summary>
    Paid = 7,

    /// <summary>The money is on the beneficiary's account; from here on nothing is automatic.</summary>
    Settled = 8,

    /// <summary>The whole payment went back to the payer.</summary>
    Refunded = 9,
}
