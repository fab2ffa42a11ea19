using System.Text.Json.Serialization;

namespace DichVuCong.Contracts.Payments;

/// <summary>Why a decided refund cannot be carried out.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RefundObstacle>))]
public enum RefundObstacle : byte
{
    /// <summary>The same person recorded and approved it, or one of the two is not named.</summary>
    NotFourEyes = 1,

    /// <summary>No such payment is known.</summary>
    UnknownTransaction = 2,

    /// <summary>It is more than is left of the payment, with all refunds that are under way.</summary>
    TooMuch = 3,

    /// <summary>The agency cannot give back what it has not got.</summary>
    NotSettled = 4,

    /// <summary>The same decision stands for this payment with another content.</summary>
    DecidedOtherwise = 5,
}
