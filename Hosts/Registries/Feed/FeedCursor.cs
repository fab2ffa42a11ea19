using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace DichVuCong.Registries.Feed;

/// <summary>A place in the feed. It means nothing to a caller, who hands it back as it is.</summary>
/// <param name="Life">The first digits of the incarnation of the database in which it was given out; empty for one of before there were any.</param>
/// <param name="Transaction">The transaction.</param>
/// <param name="Id">The event's number.</param>
public readonly record struct FeedCursor(string Life, ulong Transaction, long Id)
{
    /// <summary>Before the first event of a life.</summary>
    public static FeedCursor StartOf(Guid life) => new(NameOf(life), 0, 0);

    /// <summary>The name of an incarnation within cursors.</summary>
    public static string NameOf(Guid life) => life.ToString("N")[..12];

    /// <summary>The cursor as it travels.</summary>
    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Transaction}.{Id}.{Life}")));

    /// <summary>Whether it lies before another of the same life.</summary>
    public bool IsBefore(ulong transaction, long id) => Transaction < transaction || (Transaction == transaction && Id < id);

    /// <summary>Reads a cursor; null when the text is none.</summary>
    public static FeedCursor? Read(string text)
    {
        if (text.Length > 96 || !Base64Url.IsValid(text)) return null;
        var parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text)).Split('.');
        return parts.Length is 2 or 3
            && ulong.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var transaction)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && (parts.Length == 2 || IsLife(parts[2]))
            ? new FeedCursor(parts.Length == 3 ? parts[2] : "", transaction, id)
            : null;
    }

    private static bool IsLife(string text) => text.Length == 12 && text.All(char.IsAsciiHexDigitLower);
}
