using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Saga.Filing;

/// <summary>What a request has in one field.</summary>
/// <param name="IsThere">Whether something was filled in: neither null nor empty, for lists and objects neither.</param>
/// <param name="Text">The value as a text, without spaces around it; null when it is a list or an object.</param>
internal readonly record struct FieldValue(bool IsThere, string? Text)
{
    private static readonly FrozenDictionary<string, Func<FilingRequest, string?>> Own = new Dictionary<string, Func<FilingRequest, string?>>(StringComparer.Ordinal)
    {
        ["submissionId"] = request => request.SubmissionId,
        ["procedureCode"] = request => request.ProcedureCode,
        ["procedureCase"] = request => request.ProcedureCase?.ToString(CultureInfo.InvariantCulture),
        ["level"] = request => request.Level,
        ["channel"] = request => request.Channel,
        ["origin"] = request => request.Origin,
        ["receivedBy"] = request => request.ReceivedBy,
        ["receivingUnit"] = request => request.ReceivingUnit,
        ["agency"] = request => request.Agency,
        ["place.province"] = request => request.Place?.Province,
        ["place.commune"] = request => request.Place?.Commune,
        ["subjectPlace.province"] = request => request.SubjectPlace?.Province,
        ["subjectPlace.commune"] = request => request.SubjectPlace?.Commune,
        ["applicant.kind"] = request => request.Applicant?.Kind,
        ["applicant.personalId"] = request => request.Applicant?.PersonalId,
        ["applicant.fullName"] = request => request.Applicant?.FullName,
        ["applicant.phone"] = request => request.Applicant?.Phone,
        ["applicant.email"] = request => request.Applicant?.Email,
        ["applicant.portalAccountId"] = request => request.Applicant?.PortalAccountId,
        ["files"] = request => request.Files is { Count: > 0 } files ? files.Count.ToString(CultureInfo.InvariantCulture) : null,
        ["returnBy"] = request => request.ReturnBy,
        ["post.place.province"] = request => request.Post?.Place?.Province,
        ["post.place.commune"] = request => request.Post?.Place?.Commune,
        ["post.address"] = request => request.Post?.Address,
        ["post.name"] = request => request.Post?.Name,
        ["post.phone"] = request => request.Post?.Phone,
        ["subject"] = request => request.Subject,
        ["submittedAt"] = request => request.SubmittedAt,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What a request has in a field; nothing for a field that no request has.</summary>
    public static FieldValue Of(FilingRequest request, string path)
    {
        if (Own.TryGetValue(path, out var read)) return OfText(read(request));
        return path.StartsWith(RequestFields.FormPrefix, StringComparison.Ordinal) && request.Form is { } form
            ? OfForm(form, path[RequestFields.FormPrefix.Length..].Split('.'))
            : default;
    }

    private static FieldValue OfText(string? text) => string.IsNullOrWhiteSpace(text) ? default : new FieldValue(true, text.Trim());

    private static FieldValue OfForm(JsonElement element, string[] names)
    {
        foreach (var name in names)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element)) return default;
        }

        return element.ValueKind switch
        {
            JsonValueKind.String => OfString(element),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => new FieldValue(true, element.GetRawText()),
            JsonValueKind.Array => new FieldValue(element.GetArrayLength() > 0, null),
            JsonValueKind.Object => new FieldValue(element.EnumerateObject().Any(), null),
            _ => default,
        };
    }

    private static FieldValue OfString(JsonElement element)
    {
        try
        {
            return OfText(element.GetString());
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: something is there, but it is no text that a pattern could match.
            return new FieldValue(true, null);
        }
    }
}
