using System.Collections.Frozen;

namespace DichVuCong.Contracts.Catalogue;

/// <summary>The fields of a filing (<c>POST /v1/dossiers</c>) that a <see cref="FieldRule"/> can be about.</summary>
public static class RequestFields
{
    /// <summary>What paths in the electronic form begin with.</summary>
    public const string FormPrefix = "form.";

    /// <summary>The fields with a meaning of their own; everything else stands in the electronic form.</summary>
    public static IReadOnlySet<string> Own { get; } = new[]
    {
        "submissionId", "procedureCode", "procedureCase", "level", "channel", "origin", "receivedBy", "receivingUnit", "agency",
        "place.province", "place.commune", "subjectPlace.province", "subjectPlace.commune",
        "applicant.kind", "applicant.personalId", "applicant.fullName", "applicant.phone", "applicant.email", "applicant.portalAccountId",
        "files", "returnBy", "subject", "submittedAt",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a path names a field that a request can have.</summary>
    public static bool Contains(string path) =>
        Own.Contains(path) || (path.StartsWith(FormPrefix, StringComparison.Ordinal) && path.Split('.').All(IsName));

    private static bool IsName(string name) => name.Length > 0 && !name.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter));
}
