using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace DichVuCong.Contracts.Parcels;

/// <summary>
/// A parcel: the dossier's code and what is carried (<c>H29.101-261121-5000001/result</c>). A dossier has at most one of each kind, however
/// often it is ordered.
/// </summary>
[JsonConverter(typeof(TextConverter<ParcelId>))]
public readonly record struct ParcelId : IText<ParcelId>
{
    private const string PapersWord = "papers";
    private const string ResultWord = "result";

    private ParcelId(DossierCode dossier, ParcelKind kind) => (Dossier, Kind) = (dossier, kind);

    /// <summary>The dossier.</summary>
    public DossierCode Dossier { get; }

    /// <summary>What is carried.</summary>
    public ParcelKind Kind { get; }

    /// <summary>The whole text; empty for no parcel.</summary>
    public string Value => Kind switch
    {
        ParcelKind.Papers => $"{Dossier.Value}/{PapersWord}",
        ParcelKind.Result => $"{Dossier.Value}/{ResultWord}",
        _ => "",
    };

    /// <summary>The parcel of a dossier.</summary>
    public static ParcelId Of(DossierCode dossier, ParcelKind kind) => new(dossier, kind);

    /// <summary>Makes a parcel of a text.</summary>
    /// <exception cref="FormatException">The text is no parcel.</exception>
    public static ParcelId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException("Not a parcel such as H29-261121-5000001/result.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, out ParcelId value)
    {
        value = default;
        var slash = text?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        if (slash < 0 || !DossierCode.TryParse(text![..slash], out var dossier)) return false;
        value = text[(slash + 1)..] switch
        {
            PapersWord => new ParcelId(dossier, ParcelKind.Papers),
            ResultWord => new ParcelId(dossier, ParcelKind.Result),
            _ => default,
        };
        return value.Kind != default;
    }

    /// <inheritdoc/>
    public string ToWire() => Value;

    /// <inheritdoc/>
    public override string ToString() => Value;
}
