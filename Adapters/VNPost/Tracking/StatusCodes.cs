using System.Collections.Frozen;
using DichVuCong.Adapters.VNPost.Places;
using DichVuCong.Contracts.Parcels;

namespace DichVuCong.Adapters.VNPost.Tracking;

/// <summary>What VNPost's StatusCodes mean, by a table: no list of them is public, so a code that is not in it is kept and means nothing yet.</summary>
internal sealed class StatusCodes
{
    private const string Shipped = "status-codes.csv";

    private readonly FrozenDictionary<string, ParcelState> _states;

    private StatusCodes(FrozenDictionary<string, ParcelState> states) => _states = states;

    /// <summary>Reads the table.</summary>
    /// <exception cref="VnPostTableException">It cannot be used.</exception>
    public static StatusCodes Read(string? file)
    {
        var states = new Dictionary<string, ParcelState>(StringComparer.Ordinal);
        foreach (var row in TableFile.Read(file, Shipped, "code", "state"))
        {
            if (!Enum.TryParse<ParcelState>(row["state"], ignoreCase: true, out var state) || !Enum.IsDefined(state) || char.IsDigit(row["state"][0]))
            {
                throw new VnPostTableException($"{Shipped}: '{row["state"]}' of code {row["code"]} is no state of a parcel.");
            }

            if (!states.TryAdd(row["code"], state)) throw new VnPostTableException($"{Shipped}: the code {row["code"]} stands there twice.");
        }

        return new StatusCodes(states.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>What a code means; null when nobody knows.</summary>
    public ParcelState? Find(string code) => _states.TryGetValue(code, out var state) ? state : null;
}
