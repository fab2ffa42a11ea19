using System.Text.Json;

namespace DichVuCong.Faults.Load;

/// <summary>An event of the feed, as the portal keeps it.</summary>
/// <param name="Cursor">Names the event.</param>
/// <param name="Type">Its type.</param>
/// <param name="Dossier">The dossier.</param>
/// <param name="Data">Its fields.</param>
/// <param name="ArrivedAt">When it came.</param>
internal sealed record FeedEvent(string Cursor, string Type, string Dossier, JsonElement Data, DateTimeOffset ArrivedAt)
{
    private const string StateChange = "dossiers.dossier-state-changed.v1";
    private const string Receipt = "dossiers.receipt-issued.v1";
    private const string FileFault = "dossiers.file-supplement-needed.v1";

    /// <summary>Whether the current state became another.</summary>
    public bool IsStateChange => Type == StateChange;

    /// <summary>Whether a version of the receipt was issued.</summary>
    public bool IsReceipt => Type == Receipt;

    /// <summary>Whether a file must be sent again.</summary>
    public bool IsFileFault => Type == FileFault;

    /// <summary>For a change of state: the state before.</summary>
    public int From => Data.GetProperty("from").GetInt32();

    /// <summary>For a change of state: the state after.</summary>
    public int State => Data.GetProperty("state").GetInt32();

    /// <summary>For a change of state: since when, by the clock of whoever made it.</summary>
    public DateTimeOffset Since => Data.GetProperty("since").GetDateTimeOffset();

    /// <summary>For a change of state: whether nothing more is to come.</summary>
    public bool IsFinal => IsStateChange && Data.GetProperty("final").GetBoolean();

    /// <summary>For a receipt: its version.</summary>
    public int Version => Data.GetProperty("version").GetInt32();

    /// <summary>For a file fault: which file.</summary>
    public int FileNumber => Data.GetProperty("fileNumber").GetInt32();

    /// <summary>Reads a page of the feed.</summary>
    public static (IReadOnlyList<FeedEvent> Events, string Next) ReadPage(string body, DateTimeOffset now)
    {
        using var page = JsonDocument.Parse(body);
        var events = page.RootElement.GetProperty("events").EnumerateArray().Select(row => new FeedEvent(
            row.GetProperty("cursor").GetString()!, row.GetProperty("type").GetString()!, row.GetProperty("dossier").GetString()!,
            row.GetProperty("data").Clone(), now));
        return ([.. events], page.RootElement.GetProperty("next").GetString()!);
    }
}
