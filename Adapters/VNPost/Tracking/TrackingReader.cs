using System.Globalization;
using DichVuCong.Adapters.VNPost.Wire;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Parcels;

namespace DichVuCong.Adapters.VNPost.Tracking;

/// <summary>
/// Reads a page of order/tracking (<c>external-parties.md</c> B1). Every event that has an id is kept, whatever else of it cannot be read: an id
/// is a Mongo ObjectId, which holds the second at which it was made.
/// </summary>
internal static class TrackingReader
{
    private const int LongestText = 300;
    private const string List = "rh:doc";

    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm:ss", "dd/MM/yyyy HH:mm:ss", "yyyyMMddHHmmss",
    ];

    /// <summary>The page; null when the answer is none.</summary>
    public static TrackingRead? Read(ReadTracking asked, VnPostJson json, StatusCodes codes)
    {
        if (json.Object("_embedded")?.List(List) is not { } rows) return json.Text("_returned") == "0" || json.Text("_size") == "0" ? Empty(asked) : null;
        var events = new List<TrackingEvent>(rows.Count);
        var unreadable = 0;
        foreach (var row in rows)
        {
            if (EventOf(row, codes) is { } told) events.Add(told);
            else unreadable++;
        }

        var next = events.Count == 0 ? asked.After : events[^1].Id;
        return new TrackingRead(asked.Customer, asked.After, next, events, IsFull: rows.Count >= asked.Events, unreadable);
    }

    private static TrackingRead Empty(ReadTracking asked) => new(asked.Customer, asked.After, asked.After, [], IsFull: false);

    private static TrackingEvent? EventOf(VnPostJson row, StatusCodes codes)
    {
        if ((row.Object("_id")?.Text("$oid") ?? row.Text("_id"))?.Trim().ToLowerInvariant() is not { Length: 24 } id || !id.All(char.IsAsciiHexDigitLower)) return null;
        var code = Cut(row.Text("StatusCode"), 20) ?? "";
        return new TrackingEvent
        {
            Id = id,
            OrderNumber = Cut(row.Text("OrderNumber"), 60) ?? "",
            At = TimeOf(row) ?? VietnamTime.Local(DateTimeOffset.FromUnixTimeSeconds(long.Parse(id.AsSpan(0, 8), NumberStyles.HexNumber, CultureInfo.InvariantCulture))),
            StatusCode = code,
            State = codes.Find(code),
            Text = Cut(row.Text("StatusMessage"), LongestText),
            ItemCode = Cut(row.Text("ItemCode"), 40),
            Office = Cut(row.Text("POSID"), 40),
            Note = Cut(row.Text("Notes"), LongestText),
        };
    }

    /// <summary>EventTime in the forms that are seen at integrators, in Vietnam's time where it names no offset; null when it is none of them.</summary>
    private static DateTimeOffset? TimeOf(VnPostJson row)
    {
        var text = row.Object("EventTime")?.Text("$date") ?? row.Text("EventTime");
        if (text is not { Length: > 0 and <= 40 }) return null;
        if (text.Length >= 12 && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var millis) && text.Length == 13)
        {
            return VietnamTime.Local(DateTimeOffset.FromUnixTimeMilliseconds(millis));
        }

        if (DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local.Year > 2000)
        {
            return new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), VietnamTime.Offset);
        }

        return text.Contains('T', StringComparison.Ordinal) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) && instant.Year > 2000
            ? VietnamTime.Local(instant)
            : null;
    }

    private static string? Cut(string? text, int longest)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var clean = new string([.. text.Trim().Where(letter => !char.IsControl(letter) && !char.IsSurrogate(letter))]);
        return clean.Length <= longest ? clean : clean[..longest];
    }
}
