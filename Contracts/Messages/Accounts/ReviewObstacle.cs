using System.Text.Json.Serialization;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Contracts.Accounts;

/// <summary>Why a review was not taken.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ReviewObstacle>))]
public enum ReviewObstacle : byte
{
    /// <summary>It is dated in the future.</summary>
    InTheFuture = 1,

    /// <summary>A later one, or one of the same day, is there already.</summary>
    NotLater = 2,

    /// <summary>It counts less than nothing, or nobody gave it.</summary>
    NotWhole = 3,
}
