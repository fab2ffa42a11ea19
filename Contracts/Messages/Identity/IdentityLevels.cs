using System.Text.Json.Serialization;

namespace DichVuCong.Contracts.Identity;

/// <summary>
/// The level of an electronic identification account (Decree 69/2024/NĐ-CP): how well is it known whose account this is. It is another thing
/// than how well somebody has just shown that it is his: <see cref="AuthenticationLevel"/>.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<AccountLevel>))]
public enum AccountLevel : byte
{
    /// <summary>The source did not say, or said what no setting explains.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown = 0,

    /// <summary>Level 1: basic identity data.</summary>
    [JsonStringEnumMemberName("1")]
    One = 1,

    /// <summary>Level 2: bound to biometrics, all functions.</summary>
    [JsonStringEnumMemberName("2")]
    Two = 2,
}

/// <summary>How somebody showed at this sign-in that the account is his (Decree 69/2024/NĐ-CP).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AuthenticationLevel>))]
public enum AuthenticationLevel : byte
{
    /// <summary>The source did not say, or said what no setting explains.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown = 0,

    /// <summary>One factor, no biometrics.</summary>
    [JsonStringEnumMemberName("1")]
    One = 1,

    /// <summary>Two different factors, no biometrics.</summary>
    [JsonStringEnumMemberName("2")]
    Two = 2,

    /// <summary>Two factors or more, one of them biometric.</summary>
    [JsonStringEnumMemberName("3")]
    Three = 3,

    /// <summary>Biometrics and factors of the other kinds.</summary>
    [JsonStringEnumMemberName("4")]
    Four = 4,
}

/// <summary>Whose account it is (LoaiTaiKhoan, accountType).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<IdentityKind>))]
public enum IdentityKind : byte
{
    /// <summary>A person (1).</summary>
    [JsonStringEnumMemberName("citizen")]
    Citizen = 1,

    /// <summary>An enterprise (2).</summary>
    [JsonStringEnumMemberName("enterprise")]
    Enterprise = 2,

    /// <summary>An agency or another organisation (3).</summary>
    [JsonStringEnumMemberName("organisation")]
    Organisation = 3,
}
