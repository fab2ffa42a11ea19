using System.Text.Json;
using DichVuCong.Adapters.ProcedureDatabase.Findings;
using DichVuCong.Adapters.ProcedureDatabase.Text;

namespace DichVuCong.Adapters.ProcedureDatabase.Procedures;

/// <summary>One JSON object of a line, read field by field; a field of another type than expected becomes a finding and counts as missing.</summary>
internal readonly struct JsonRecord(JsonElement element, LineLog log, string path = "")
{
    /// <summary>A text in order; null when it is missing or empty.</summary>
    public string? Text(string field)
    {
        if (!TryGet(field, out var value)) return null;
        if (value.ValueKind == JsonValueKind.String) return log.Clean(path + field, value.GetString()!) is { Length: > 0 } text ? text : null;
        return Wrong<string>(field, "a text");
    }

    /// <summary>A list of texts; a single text counts as a list of one. Empty texts are dropped.</summary>
    public IReadOnlyList<string> Texts(string field)
    {
        if (!TryGet(field, out var value)) return [];
        if (value.ValueKind == JsonValueKind.String) return Text(field) is { } single ? [single] : [];
        if (value.ValueKind != JsonValueKind.Array) return Wrong<IReadOnlyList<string>>(field, "a list") ?? [];

        var texts = new List<string>(value.GetArrayLength());
        foreach (var item in value.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String) log.Add(FindingRules.FieldType, $"{path}{field} contains something that is no text; it is left out.");
            else if (log.Clean(path + field, item.GetString()!) is { Length: > 0 } text) texts.Add(text);
        }

        return texts;
    }

    /// <summary>The objects of a list.</summary>
    public IReadOnlyList<JsonRecord> Records(string field)
    {
        if (!TryGet(field, out var value)) return [];
        if (value.ValueKind != JsonValueKind.Array) return Wrong<IReadOnlyList<JsonRecord>>(field, "a list") ?? [];

        var records = new List<JsonRecord>(value.GetArrayLength());
        foreach (var item in value.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.Object) records.Add(new JsonRecord(item, log, $"{path}{field}."));
            else log.Add(FindingRules.FieldType, $"{path}{field} contains something that is no object; it is left out.");
        }

        return records;
    }

    /// <summary>An object; null when it is missing.</summary>
    public JsonRecord? Record(string field)
    {
        if (!TryGet(field, out var value)) return null;
        if (value.ValueKind == JsonValueKind.Object) return new JsonRecord(value, log, $"{path}{field}.");
        log.Add(FindingRules.FieldType, $"{path}{field} is no object; it counts as missing.");
        return null;
    }

    /// <summary>Yes or no; null when it is missing.</summary>
    public bool? Flag(string field)
    {
        if (!TryGet(field, out var value)) return null;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        log.Add(FindingRules.FieldType, $"{path}{field} is neither true nor false; it counts as missing.");
        return null;
    }

    /// <summary>The text of a number, or of a text that may be one; null when it is missing.</summary>
    public string? NumberText(string field)
    {
        if (!TryGet(field, out var value)) return null;
        return value.ValueKind == JsonValueKind.Number ? value.GetRawText() : Text(field);
    }

    private bool TryGet(string field, out JsonElement value) => element.TryGetProperty(field, out value) && value.ValueKind != JsonValueKind.Null;

    private T? Wrong<T>(string field, string expected)
        where T : class
    {
        log.Add(FindingRules.FieldType, $"{path}{field} is not {expected}; it counts as missing.");
        return null;
    }
}

/// <summary>Where the findings of one line go, under the key of its record.</summary>
internal sealed class LineLog(FindingLog log, int line)
{
    private readonly RecordRepairs _repairs = new();

    /// <summary>The record's key, once it is known.</summary>
    public string Record { get; set; } = "";

    public string Clean(string field, string text) => _repairs.Clean(field, text);

    public void Add(FindingRule rule, string message) => log.Add(rule, line, Record, message);

    /// <summary>Notes what was put in order.</summary>
    public void Close() => _repairs.Report(log, line, Record);
}
