using System.Text.Json.Serialization;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Contracts.Catalogue;

/// <summary>
/// What a dossier must fulfil before it is sent to an agency (A14.3), as rows: those without a procedure are the default, those with one
/// refine it. A refinement's row replaces the default's row of the same key as a whole (field, component, applicant kind); rows with a new
/// key are added; of the limits each one that is named replaces the default's, a list of formats as a whole.
/// </summary>
/// <param name="Formats">The file formats that rules can name.</param>
/// <param name="Limits">Formats and sizes.</param>
/// <param name="Fields">Mandatory fields and the form of fields.</param>
/// <param name="Components">Components of the dossier (thành phần hồ sơ).</param>
/// <param name="Identities">The numbers by which applicants identify themselves.</param>
public sealed record TechnicalRequirements(
    IReadOnlyList<FileFormat> Formats,
    IReadOnlyList<FilingLimits> Limits,
    IReadOnlyList<FieldRule> Fields,
    IReadOnlyList<ComponentRule> Components,
    IReadOnlyList<IdentityRule> Identities)
{
    /// <summary>No rule at all.</summary>
    public static TechnicalRequirements None { get; } = new([], [], [], [], []);
}

/// <summary>A file format.</summary>
/// <param name="Name">The name by which rules name it: <c>pdf</c>.</param>
/// <param name="MediaTypes">Its media types, in lower case.</param>
/// <param name="Extensions">Its extensions, in lower case and without the dot.</param>
/// <param name="Signatures">How its content begins, as hexadecimal digits; empty when it has no sign.</param>
public sealed record FileFormat(
    string Name, IReadOnlyList<string> MediaTypes, IReadOnlyList<string> Extensions, IReadOnlyList<string> Signatures);

/// <summary>Which files are taken. Null leaves the default's value; the default names all of them.</summary>
/// <param name="Procedure">The procedure; null for the default.</param>
/// <param name="Formats">The names of the formats that are taken.</param>
/// <param name="MaxFileBytes">The largest file, in bytes.</param>
/// <param name="MaxTotalBytes">The largest sum of all files, in bytes.</param>
/// <param name="MaxFiles">The most files.</param>
/// <param name="Source">Where the row comes from.</param>
public sealed record FilingLimits(
    ProcedureCode? Procedure, IReadOnlyList<string>? Formats, long? MaxFileBytes, long? MaxTotalBytes, int? MaxFiles, string Source);

/// <summary>A rule for one field of a request.</summary>
/// <param name="Procedure">The procedure; null for the default.</param>
/// <param name="Field">The field: one of <see cref="RequestFields"/>, or <c>form.</c> and a path in the electronic form.</param>
/// <param name="Label">What the applicant calls it, in Vietnamese, as it stands in the middle of a sentence.</param>
/// <param name="Mandatory">Whether it must be there. False in a refinement lifts the default's demand.</param>
/// <param name="Pattern">A regular expression without look-around that the whole value matches when it is there; null for any value.</param>
/// <param name="Text">What the applicant is told when it does not match, in Vietnamese; null without a pattern.</param>
/// <param name="Source">Where the row comes from.</param>
public sealed record FieldRule(
    ProcedureCode? Procedure, string Field, string Label, bool Mandatory, string? Pattern, string? Text, string Source);

/// <summary>A rule for one component of the dossier (thành phần hồ sơ, MaThanhPhanHoSo). Components without a rule are taken as they come.</summary>
/// <param name="Procedure">The procedure; null for the default.</param>
/// <param name="Code">The component's code.</param>
/// <param name="Name">Its name, in Vietnamese.</param>
/// <param name="Mandatory">Whether there must be a file of it.</param>
/// <param name="MaxFiles">The most files of it; null for no limit of its own.</param>
/// <param name="Formats">The names of the formats that it is taken in; null for the procedure's.</param>
/// <param name="Source">Where the row comes from.</param>
public sealed record ComponentRule(
    ProcedureCode? Procedure, string Code, string Name, bool Mandatory, int? MaxFiles, IReadOnlyList<string>? Formats, string Source);

/// <summary>The numbers by which one kind of applicant may identify itself. A kind without a rule may use any.</summary>
/// <param name="Procedure">The procedure; null for the default.</param>
/// <param name="Kind">The kind of applicant.</param>
/// <param name="Forms">The forms of number that are taken.</param>
/// <param name="Source">Where the row comes from.</param>
public sealed record IdentityRule(ProcedureCode? Procedure, ApplicantKind Kind, IReadOnlyList<IdentityForm> Forms, string Source);

/// <summary>The forms of an identifying number (<c>external-parties.md</c> F3, F5).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<IdentityForm>))]
public enum IdentityForm : byte
{
    /// <summary>Số định danh cá nhân: 12 digits.</summary>
    [JsonStringEnumMemberName("personalNumber")]
    PersonalNumber = 1,

    /// <summary>Mã số thuế: 10 digits, or 13 for a branch, with a check digit.</summary>
    [JsonStringEnumMemberName("taxCode")]
    TaxCode = 2,
}
