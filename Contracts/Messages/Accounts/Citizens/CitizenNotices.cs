using System.Text.Json.Serialization;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Contracts.Accounts.Citizens;

/// <summary>What a citizen is told of the account at the portal.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<CitizenNotice>))]
public enum CitizenNotice : byte
{
    /// <summary>Nobody has used it for two years: the first of two notices, a month before the second.</summary>
    FirstWarning = 1,

    /// <summary>The second notice: it is locked 7 days later.</summary>
    SecondWarning = 2,

    /// <summary>The account was restored.</summary>
    Restored = 3,

    /// <summary>It was not restored.</summary>
    NotRestored = 4,
}

/// <summary>Tell a citizen by SMS. The number is read where it is stored, when the message is sent.</summary>
/// <param name="Citizen">The portal's id of the account.</param>
/// <param name="Notice">What is told.</param>
/// <param name="Since">Of which time: since when nobody used it, or when was asked to restore it.</param>
/// <param name="LockOn">The day on which it is locked, when that is known.</param>
[MessageName("accounts.notify-citizen-by-sms.v1")]
public sealed record NotifyCitizenBySms(string Citizen, CitizenNotice Notice, DateTimeOffset Since, DateOnly? LockOn);

/// <summary>Tell a citizen by e-mail. The address is read where it is stored, when the message is sent.</summary>
/// <param name="Citizen">The portal's id of the account.</param>
/// <param name="Notice">What is told.</param>
/// <param name="Since">Of which time: since when nobody used it, or when was asked to restore it.</param>
/// <param name="LockOn">The day on which it is locked, when that is known.</param>
[MessageName("accounts.notify-citizen-by-email.v1")]
public sealed record NotifyCitizenByEmail(string Citizen, CitizenNotice Notice, DateTimeOffset Since, DateOnly? LockOn);

/// <summary>How the notices are written on the bus. None of them carries personal data.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(NotifyCitizenBySms))]
[JsonSerializable(typeof(NotifyCitizenByEmail))]
public sealed partial class CitizenJson : JsonSerializerContext;
