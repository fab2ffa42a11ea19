using System.Data;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Npgsql;

namespace DichVuCong.Registries.Operations.Audit;

/// <summary>What an export holds, or what a check of one found.</summary>
/// <param name="First">Its first row; 0 for none.</param>
/// <param name="Last">Its last row.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Fault">Why it is not to be believed; null when it is.</param>
public sealed record AuditExportResult(long First, long Last, long Rows, string? Fault = null);

/// <summary>
/// The trail as a file that others can check without our database and keys: one JSON object a line, the last of them an ECDSA signature (P-256,
/// SHA-256) over every byte before it.
/// </summary>
public static class AuditExport
{
    private const string Format = "dvc-audit-export.v1";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the rows of a period.</summary>
    /// <param name="database">The database.</param>
    /// <param name="output">Where to.</param>
    /// <param name="key">The signing key.</param>
    /// <param name="from">From when on.</param>
    /// <param name="until">Until when, exclusively.</param>
    /// <param name="madeAt">Now.</param>
    /// <param name="cancellationToken">Ends it; the file is then without a signature.</param>
    public static async Task<AuditExportResult> WriteAsync(
        NpgsqlDataSource database, Stream output, ECDsa key, DateTimeOffset from, DateTimeOffset until, DateTimeOffset madeAt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(key);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var (first, last) = await RangeAsync(connection, from, until, cancellationToken);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await LineAsync(new { format = Format, from, until, first, last, madeAt });
        var rows = 0L;
        await foreach (var link in AuditReader.WalkAsync(connection, first, last, cancellationToken))
        {
            await LineAsync(new { row = link.Row, previous = Convert.ToHexStringLower(link.Previous), hash = Convert.ToHexStringLower(link.Hash) });
            rows++;
        }

        var signature = key.SignHash(hash.GetHashAndReset(), DSASignatureFormat.Rfc3279DerSequence);
        await LineAsync(new { rows, signature = Convert.ToBase64String(signature) });
        return new AuditExportResult(first, last, rows);

        async Task LineAsync(object line)
        {
            var bytes = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(line, Json) + "\n");
            hash.AppendData(bytes);
            await output.WriteAsync(bytes, cancellationToken);
        }
    }

    /// <summary>Checks a file: its signature, that no row is missing, and that each row stands behind the one before it.</summary>
    public static async Task<AuditExportResult> CheckAsync(Stream input, ECDsa key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        using var reader = new StreamReader(input, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        try
        {
            var header = await ReadAsync(reader, cancellationToken);
            if (header is null || (string?)header.Value.Line["format"] != Format) return new AuditExportResult(0, 0, 0, $"it is no {Format} file");
            hash.AppendData(header.Value.Bytes);
            var (first, last) = ((long)header.Value.Line["first"]!, (long)header.Value.Line["last"]!);
            var (next, rows, before) = (first, 0L, (string?)null);
            while (await ReadAsync(reader, cancellationToken) is var (line, bytes))
            {
                if (line["signature"] is { } signature) return await EndAsync(line, (string)signature!, first, last, rows, next);
                hash.AppendData(bytes);
                var number = (long)line["row"]!["number"]!;
                if (number != next) return new AuditExportResult(first, last, rows, $"row {next} is missing");
                if (before is not null && (string?)line["previous"] != before) return new AuditExportResult(first, last, rows, $"row {number} does not follow the one before it");
                (next, before, rows) = (number + 1, (string?)line["hash"], rows + 1);
            }

            return new AuditExportResult(first, last, rows, "it has no signature: it is cut off");
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or FormatException or NullReferenceException or DecoderFallbackException)
        {
            return new AuditExportResult(0, 0, 0, $"it is no {Format} file ({failure.GetType().Name})");
        }

        async Task<AuditExportResult> EndAsync(JsonNode line, string signature, long first, long last, long rows, long next)
        {
            if (!key.VerifyHash(hash.GetHashAndReset(), Convert.FromBase64String(signature), DSASignatureFormat.Rfc3279DerSequence))
            {
                return new AuditExportResult(first, last, rows, "the signature is not of this content and this key");
            }

            if ((long)line["rows"]! != rows || (rows > 0 && next != last + 1)) return new AuditExportResult(first, last, rows, "rows at its end are missing");
            return await reader.ReadLineAsync(cancellationToken) is null
                ? new AuditExportResult(first, last, rows)
                : new AuditExportResult(first, last, rows, "something follows the signature");
        }
    }

    private static async Task<(JsonNode Line, byte[] Bytes)?> ReadAsync(StreamReader reader, CancellationToken cancellationToken) =>
        await reader.ReadLineAsync(cancellationToken) is { } text ? (JsonNode.Parse(text) ?? throw new JsonException(), Encoding.UTF8.GetBytes(text + "\n")) : null;

    /// <summary>The rows between the first and the last of a period, without a gap: what lies between belongs to it.</summary>
    private static async Task<(long First, long Last)> RangeAsync(NpgsqlConnection connection, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "select coalesce(min(number), 0), coalesce(max(number), 0) from operations.audit where at >= $1 and at < $2", connection);
        command.Parameters.Add(new() { Value = from.UtcDateTime });
        command.Parameters.Add(new() { Value = until.UtcDateTime });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetInt64(0), reader.GetInt64(1));
    }
}
