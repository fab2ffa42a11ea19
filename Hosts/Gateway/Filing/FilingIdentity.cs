using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DichVuCong.Registries.Access;
using DichVuCong.Runtime.Doors;
using DichVuCong.Saga.Filing;

namespace DichVuCong.Gateway.Filing;

/// <summary>
/// How a repeated filing is recognised: the caller and its own id say that it is the same; the SHA-256 of its business content, files by
/// their hashes and not by their addresses, says that it still says the same (decisions, Same content).
/// </summary>
internal static class FilingIdentity
{
    /// <summary>What is wrong when there is no identity.</summary>
    public const string Unreadable = "Biểu mẫu có ký tự không hợp lệ (nửa cặp thay thế UTF-16).";

    /// <summary>The identity; null when the form holds half a surrogate, which no JSON can carry on.</summary>
    public static CallIdentity? TryOf(string entrance, Account account, string submission, Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            try
            {
                writer.WriteStartObject();
                content(writer);
                writer.WriteEndObject();
            }
            catch (Exception failure) when (failure is InvalidOperationException or ArgumentException)
            {
                return null;
            }
        }

        return new CallIdentity(entrance, SHA256.HashData(Encoding.UTF8.GetBytes($"{account.Name}\n{submission}")), SHA256.HashData(buffer.WrittenSpan));
    }

    /// <summary>The business content of a filing.</summary>
    public static void Write(Utf8JsonWriter writer, FilingRequest request)
    {
        writer.WriteString("procedureCode", request.ProcedureCode);
        writer.WriteString("procedureCase", request.ProcedureCase?.ToString(null, null));
        writer.WriteString("level", request.Level);
        writer.WriteString("channel", request.Channel);
        writer.WriteString("origin", request.Origin);
        writer.WriteString("receivedBy", request.ReceivedBy);
        writer.WriteString("receivingUnit", request.ReceivingUnit);
        writer.WriteString("place", $"{request.Place?.Province}/{request.Place?.Commune}");
        writer.WriteString("subjectPlace", $"{request.SubjectPlace?.Province}/{request.SubjectPlace?.Commune}");
        writer.WriteString("agency", request.Agency);
        WriteApplicant(writer, request.Applicant);
        writer.WriteString("returnBy", request.ReturnBy);
        WritePost(writer, request.Post);
        writer.WriteString("notify", string.Join(',', (request.Notify ?? []).Order(StringComparer.Ordinal)));
        writer.WriteString("subject", request.Subject);
        WriteForm(writer, request.Form);
        WriteFiles(writer, request.Files);
    }

    public static void WriteForm(Utf8JsonWriter writer, JsonElement? form)
    {
        if (form is not { ValueKind: not JsonValueKind.Undefined } value) return;
        writer.WritePropertyName("form");
        WriteCanonical(writer, value);
    }

    public static void WriteFiles(Utf8JsonWriter writer, IReadOnlyList<FilingFile?>? files)
    {
        writer.WriteStartArray("files");
        foreach (var file in files ?? [])
        {
            writer.WriteStartArray();
            writer.WriteStringValue(file?.ComponentCode);
            writer.WriteStringValue(file?.Name?.Trim());
            writer.WriteStringValue(file?.MediaType);
            writer.WriteNumberValue(file?.Size ?? -1);
            writer.WriteStringValue(file?.Sha256?.Trim().ToLowerInvariant());
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    /// <summary>
    /// The sign-in is part of it only where it alone says whose dossier it is: who gives the number too, signs in anew and files the same again, files
    /// the same.
    /// </summary>
    private static void WriteApplicant(Utf8JsonWriter writer, FilingApplicant? applicant)
    {
        writer.WriteStartArray("applicant");
        writer.WriteStringValue(applicant?.Kind);
        writer.WriteStringValue(applicant?.PersonalId);
        writer.WriteStringValue(applicant?.FullName);
        writer.WriteStringValue(applicant?.Phone);
        writer.WriteStringValue(applicant?.Email);
        writer.WriteStringValue(applicant?.PortalAccountId);
        if (string.IsNullOrWhiteSpace(applicant?.PersonalId) && !string.IsNullOrWhiteSpace(applicant?.Verification)) writer.WriteStringValue(applicant.Verification.Trim());
        writer.WriteEndArray();
    }

    /// <summary>A filing without it has the hash that it always had.</summary>
    private static void WritePost(Utf8JsonWriter writer, FilingPost? post)
    {
        if (post is null) return;
        writer.WriteStartArray("post");
        writer.WriteStringValue($"{post.Place?.Province}/{post.Place?.Commune}");
        writer.WriteStringValue(post.Address);
        writer.WriteStringValue(post.Name);
        writer.WriteStringValue(post.Phone);
        writer.WriteBooleanValue(post.CashOnDelivery == true);
        writer.WriteEndArray();
    }

    /// <summary>The form's fields by name, whatever order they came in; values as they came.</summary>
    private static void WriteCanonical(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in value.EnumerateObject().OrderBy(property => property.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(property.Name);
                    WriteCanonical(writer, property.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray()) WriteCanonical(writer, item);
                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
