using System.Globalization;
using System.Text.Json;

namespace DichVuCong.Runtime.Journal.Archive;

/// <summary>A batch as a line of an archived month.</summary>
internal static class BatchLine
{
    /// <summary>The columns that files of every format have.</summary>
    private const int OldColumns = 8;

    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    /// <summary>Writes a batch as one JSON value, without the end of the line.</summary>
    public static void Write(Utf8JsonWriter writer, ChainedBatch batch)
    {
        writer.WriteStartObject();
        writer.WriteNumber("lane", batch.Lane);
        writer.WriteNumber("batch", batch.Batch);
        if (batch.At is { } at) writer.WriteString("at", Text(at));
        writer.WriteNumber("rows", batch.Rows);
        if (batch.Hash is null) writer.WriteNull("hash");
        else writer.WriteString("hash", Convert.ToHexStringLower(batch.Hash));
        writer.WriteStartArray("entries");
        foreach (var (entry, edge) in batch.Entries) Write(writer, entry, edge, batch.At);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Reads a line.</summary>
    /// <exception cref="InvalidDataException">The line is not that of a batch.</exception>
    public static ChainedBatch Read(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            var lane = root.GetProperty("lane").GetInt16();
            DateTimeOffset? at = root.TryGetProperty("at", out var time) ? Instant(time) : null;
            var hash = root.GetProperty("hash").GetString();
            return new ChainedBatch(
                lane, root.GetProperty("batch").GetInt64(), at, root.GetProperty("rows").GetInt32(), hash is null ? null : Convert.FromHexString(hash),
                [.. root.GetProperty("entries").EnumerateArray().Select(entry => Entry(entry, lane, at))]);
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
        {
            throw new InvalidDataException("A line of the archive cannot be read.", failure);
        }
    }

    private static void Write(Utf8JsonWriter writer, JournalEntry entry, short? edge, DateTimeOffset? at)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(entry.Saga);
        writer.WriteNumberValue(entry.N);
        writer.WriteNumberValue(entry.Type);
        writer.WriteNumberValue((short)entry.Outcome);
        if (edge is { } number) writer.WriteNumberValue(number);
        else writer.WriteNullValue();
        if (entry.Calendar is { } calendar) writer.WriteNumberValue(calendar);
        else writer.WriteNullValue();
        writer.WriteStringValue(entry.Message);
        if (entry.Cause is { } cause) writer.WriteStringValue(cause);
        else writer.WriteNullValue();
        if (entry.Took is { } took) writer.WriteNumberValue(took);
        else writer.WriteNullValue();
        if (entry.At != at) writer.WriteStringValue(Text(entry.At));
        writer.WriteEndArray();
    }

    /// <summary>In files of format 1 a row's own time stands where later ones have how long a call took.</summary>
    private static (JournalEntry, short?) Entry(JsonElement row, short lane, DateTimeOffset? at) => (
        new JournalEntry(
            row[row.GetArrayLength() - 1] is { ValueKind: JsonValueKind.String } own && row.GetArrayLength() > OldColumns ? Instant(own) : at!.Value, row[0].GetInt64(), row[1].GetInt32(), lane, row[2].GetInt16(),
            (JournalOutcome)row[3].GetInt16(), Edge: null, row[5].ValueKind == JsonValueKind.Null ? null : row[5].GetInt32(), row[6].GetGuid(),
            row[7].ValueKind == JsonValueKind.Null ? null : row[7].GetGuid())
        {
            Took = row.GetArrayLength() > OldColumns && row[OldColumns].ValueKind == JsonValueKind.Number ? row[OldColumns].GetInt32() : null,
        },
        row[4].ValueKind == JsonValueKind.Null ? null : row[4].GetInt16());

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(JsonElement value) =>
        DateTimeOffset.ParseExact(value.GetString()!, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
