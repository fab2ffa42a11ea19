using System.Text.Json.Serialization;

namespace DichVuCong.Contracts.Identity;

/// <summary>
/// Who somebody is, as a source of identity has just confirmed it (A9.1): one record, whichever source it was. Personal data: it is stored
/// sealed, shown to nobody but who asked for the sign-in, and never travels in a message.
/// </summary>
public sealed record VerifiedIdentity
{
    /// <summary>The source's name: <c>vneid</c>, <c>broker</c>.</summary>
    public required string Source { get; init; }

    /// <summary>Whose account it is.</summary>
    public required IdentityKind Kind { get; init; }

    /// <summary>The source's own lasting id of the account (TechID), where it gives one.</summary>
    public string? TechnicalId { get; init; }

    /// <summary>The 12-digit personal number (SoDinhDanh, citizenPid); of an enterprise's account the person's who signed in.</summary>
    public PersonalId? PersonalId { get; init; }

    /// <summary>The tax code (MaSoThue), of an enterprise or an organisation.</summary>
    public PersonalId? TaxCode { get; init; }

    /// <summary>The enterprise's number (MaSoDoanhNghiep), where it is not the tax code.</summary>
    public string? EnterpriseCode { get; init; }

    /// <summary>The person's name (HoVaTen, fullName).</summary>
    public required PersonName FullName { get; init; }

    /// <summary>The enterprise's or organisation's name (TenDoanhNghiep).</summary>
    public PersonName? OrganisationName { get; init; }

    /// <summary>The date of birth.</summary>
    public BirthDate? BirthDate { get; init; }

    /// <summary>The telephone number of the account.</summary>
    public PhoneNumber? Phone { get; init; }

    /// <summary>The e-mail address of the account.</summary>
    public EmailAddress? Email { get; init; }

    /// <summary>How well it is known whose account this is.</summary>
    public required AccountLevel AccountLevel { get; init; }

    /// <summary>How it was shown at this sign-in that the account is his.</summary>
    public required AuthenticationLevel AuthenticationLevel { get; init; }

    /// <summary>When the source confirmed it.</summary>
    public required DateTimeOffset VerifiedAt { get; init; }

    /// <summary>By which number the subject is known here: a citizen's personal number, otherwise the tax code.</summary>
    [JsonIgnore]
    public PersonalId? Number => Kind == IdentityKind.Citizen ? PersonalId : TaxCode;

    /// <summary>Shows what is no personal data.</summary>
    public override string ToString() => $"{Kind} by {Source}, account level {AccountLevel}, authentication level {AuthenticationLevel}";
}

/// <summary>How an identity is written before it is sealed.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(VerifiedIdentity))]
public sealed partial class VerifiedIdentityJson : JsonSerializerContext;
