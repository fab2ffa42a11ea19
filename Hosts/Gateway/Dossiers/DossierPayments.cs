using DichVuCong.Contracts;
using DichVuCong.Gateway.Hosting;
using DichVuCong.Gateway.Payments.Obligations;
using DichVuCong.Gateway.Payments.Orders;
using DichVuCong.Registries.Access;
using DichVuCong.Registries.Payments;

namespace DichVuCong.Gateway.Dossiers;

/// <summary>What a dossier costs and what of it is paid (A24.3), as far as a caller may see the orders.</summary>
internal static class DossierPayments
{
    /// <summary>The obligations that the caller may see, the latest stated first.</summary>
    public static async Task<IReadOnlyList<ObligationView>> FindAsync(
        DossierCode dossier, Account caller, ObligationLookup obligations, OrderLookup orders, OrderAccess access, CatalogueVersion catalogue,
        CancellationToken cancellationToken)
    {
        var views = new List<ObligationView>();
        foreach (var row in await obligations.OfDossierAsync(dossier, cancellationToken))
        {
            if (!row.Orders.All(order => access.MaySee(caller, order))) continue;
            views.Add(await ObligationView.ReadAsync(row, orders, catalogue, cancellationToken));
        }

        return views;
    }
}
