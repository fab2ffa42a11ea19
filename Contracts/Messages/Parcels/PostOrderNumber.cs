using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace DichVuCong.Contracts.Parcels;

/// <summary>
/// The number under which a parcel is ordered at the post, which takes each number once (OrderNumber, <c>external-parties.md</c> B1): the
/// dossier's code for the first order of its result. The post knows one number space for both kinds, so the collecting of papers has
/// <c>-TG</c> (thu gom) behind it, and an order that replaces an earlier one <c>-L2</c> (lần 2) and so on; both are ours.
/// </summary>
[JsonConverter(typeof(TextConverter<PostOrderNumber>))]
public readonly record struct PostOrderNumber : IText<PostOrderNumber>
{
    private const string PapersMark = "-TG";
    private const string AttemptMark = "-L";

    /// <summary>The highest attempt that has a number.</summary>
    public const int MostAttempts = 99;

    private PostOrderNumber(ParcelId parcel, int attempt) => (Parcel, Attempt) = (parcel, attempt);

    /// <summary>The parcel.</summary>
    public ParcelId Parcel { get; }

    /// <summary>1 for the first order.</summary>
    public int Attempt { get; }

    /// <summary>The number as the post knows it.</summary>
    public string Value => Parcel.Kind == default
        ? ""
        : Parcel.Dossier.Value
            + (Parcel.Kind == ParcelKind.Papers ? PapersMark : "")
            + (Attempt > 1 ? string.Create(CultureInfo.InvariantCulture, $"{AttemptMark}{Attempt}") : "");

    /// <summary>The number of a parcel's order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The attempt is not between 1 and <see cref="MostAttempts"/>.</exception>
    public static PostOrderNumber Of(ParcelId parcel, int attempt)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempt, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(attempt, MostAttempts);
        return new PostOrderNumber(parcel, attempt);
    }

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, out PostOrderNumber value)
    {
        value = default;
        if (text is not { Length: > 0 and <= 60 }) return false;
        var (rest, attempt) = (text, 1);
        var mark = rest.LastIndexOf(AttemptMark, StringComparison.Ordinal);
        if (mark > 0 && int.TryParse(rest.AsSpan(mark + AttemptMark.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            if (number is < 2 or > MostAttempts || rest[mark + AttemptMark.Length] == '0') return false;
            (rest, attempt) = (rest[..mark], number);
        }

        var isPapers = rest.EndsWith(PapersMark, StringComparison.Ordinal);
        if (isPapers) rest = rest[..^PapersMark.Length];
        if (!DossierCode.TryParse(rest, out var dossier)) return false;
        value = new PostOrderNumber(ParcelId.Of(dossier, isPapers ? ParcelKind.Papers : ParcelKind.Result), attempt);
        return true;
    }

    /// <summary>Makes a number of a text.</summary>
    /// <exception cref="FormatException">The text is none of our numbers.</exception>
    public static PostOrderNumber Parse(string text) =>
        TryParse(text, out var number) ? number : throw new FormatException("Not a number of a postal order such as H29-261121-5000001-L2.");

    /// <inheritdoc/>
    public string ToWire() => Value;

    /// <inheritdoc/>
    public override string ToString() => Value;
}
