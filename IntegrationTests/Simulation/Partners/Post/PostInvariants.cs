using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Parcels;
using DichVuCong.Saga.Dossiers;
using DichVuCong.Saga.Parcels;
using DichVuCong.Simulation.Bus;
using DichVuCong.Simulation.Invariants;

namespace DichVuCong.Simulation.Partners.Post;

/// <summary>What must hold of parcels: the post's books, the sagas and the registry tell the same.</summary>
internal static class PostInvariants
{
    public static IEnumerable<Invariant> All(PostLedger ledger) =>
    [
        new(
            "no-parcel-lost",
            "What a dossier wants carried was ordered, and what is shown as ordered the post has, unless it lied or an operator discarded the order.",
            world => Unordered(world).Concat(Unknown(world, ledger))),
        new(
            "no-parcel-doubled",
            "The post carries a parcel under one number only, unless it lied of cancelling another.",
            _ => ledger.Orders.Where(order => order.IsPickedUp).GroupBy(order => order.Number.Parcel)
                .Where(group => group.Count() > 1 && !ledger.HasLiedOf(group.Key))
                .Select(group => $"{group.Key} is carried {group.Count()} times")),
        new(
            "tracking-is-read-to-its-end",
            "Every event that the post ever told is kept, once, whatever pages it repeated and whatever was read again.",
            world => ledger.Events.Where(told => !world.Parcels.Events.ContainsKey(told.Id)).Select(told => $"{told.Id} of {told.OrderNumber} is not kept")),
        new(
            "a-parcel-is-where-the-post-says",
            "A parcel's saga and the registry show what the post told of its order last.",
            world => ParcelsOf(world).Where(parcel => !ledger.HasLiedOf(parcel.Parcel)).SelectMany(parcel => Elsewhere(world, ledger, parcel))),
        new(
            "a-result-is-handed-over-once",
            "A result that was handed over is one row of its dossier's history, and no other is the post's.",
            world => world.Registry.Dossiers.Values.SelectMany(dossier => HandedOver(world, dossier.Code.Value, dossier.History.Values.Select(kept => kept.Row)))),
    ];

    private static IEnumerable<ParcelData> ParcelsOf(World world) => world.Tables.SagasById.Values.Select(saga => saga.State).OfType<ParcelData>();

    private static IEnumerable<string> Unordered(World world)
    {
        var parcels = ParcelsOf(world).ToDictionary(parcel => parcel.Parcel);
        foreach (var dossier in world.Tables.SagasById.Values.Select(saga => saga.State).OfType<DossierData>())
        {
            if (!dossier.Posted.HasFlag(PostServices.ReturnResult) || dossier.Shown.State != DossierState.Processed) continue;
            if (!parcels.TryGetValue(ParcelId.Of(dossier.Dossier, ParcelKind.Result), out var parcel) || parcel.Attempt == 0) yield return $"the result of {dossier.Dossier} was never ordered";
        }
    }

    private static IEnumerable<string> Unknown(World world, PostLedger ledger)
    {
        foreach (var parcel in ParcelsOf(world).Where(parcel => parcel.Attempt > 0 && !ledger.HasLiedOf(parcel.Parcel)))
        {
            if (parcel.State is ParcelState.Ordered && world.Operated.Count == 0) yield return $"{parcel.Parcel} is still being ordered";
            if (parcel.State is ParcelState.Ordered or ParcelState.Held or ParcelState.Cancelled) continue;
            if (ledger.Find(parcel.Order) is null) yield return $"{parcel.Parcel} is {parcel.State} and the post does not know {parcel.Order}";
        }
    }

    private static IEnumerable<string> Elsewhere(World world, PostLedger ledger, ParcelData parcel)
    {
        if (!world.Parcels.Rows.TryGetValue(parcel.Parcel.Value, out var row) || row.State != parcel.State) yield return $"the registry shows {parcel.Parcel} otherwise than as {parcel.State}";
        if (parcel.Attempt == 0 || ledger.Find(parcel.Order) is not { Last: { } last }) yield break;
        if (parcel.State != last) yield return $"{parcel.Parcel} is {parcel.State} and the post said {last} last";
    }

    private static IEnumerable<string> HandedOver(World world, string code, IEnumerable<AgencyStatusRow> rows)
    {
        var told = rows.Count(row => row.Source == StatusSource.Post);
        var parcel = ParcelsOf(world).FirstOrDefault(parcel => parcel.Parcel.Dossier.Value == code && parcel.Parcel.Kind == ParcelKind.Result);
        var delivered = parcel?.State == ParcelState.Delivered ? 1 : 0;
        if (told != delivered) yield return $"{code} has {told} rows of the post's and its result is {parcel?.State}";
    }
}
