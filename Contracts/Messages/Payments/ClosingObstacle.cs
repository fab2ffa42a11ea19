using System.Text.Json.Serialization;

namespace DichVuCong.Contracts.Payments;

/// <summary>Why an inquiry is not closed.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ClosingObstacle>))]
public enum ClosingObstacle : byte
{
    /// <summary>The same person proposed it, or nobody is named.</summary>
    NotFourEyes = 1,

    /// <summary>There is no reason.</summary>
    NoReason = 2,

    /// <summary>Nobody has proposed it.</summary>
    NotProposed = 3,
}
