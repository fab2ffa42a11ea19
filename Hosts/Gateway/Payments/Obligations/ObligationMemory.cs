using System.Text.Json;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using DichVuCong.Gateway.Hosting;
using DichVuCong.Gateway.Problems;
using DichVuCong.Registries.Payments;
using DichVuCong.Runtime.Doors;

namespace DichVuCong.Gateway.Payments.Obligations;

/// <summary>Answers the repetition of a statement that the door has forgotten, from the registry.</summary>
internal sealed class ObligationMemory(ObligationLookup obligations, OrderLookup orders, LiveCatalogue live)
{
    /// <summary>What became of the statement; null when there was none under this identity.</summary>
    public async Task<ObligationDoor.Stated?> FindAsync(ObligationId id, CallIdentity identity, CancellationToken cancellationToken)
    {
        if (await obligations.FindAsync(id, cancellationToken) is not { } row) return null;
        var verdict = row.Content.AsSpan().SequenceEqual(identity.Content) ? DoorVerdict.SameAgain : DoorVerdict.Conflict;
        var answer = await AnswerOfAsync(row, cancellationToken);
        return new ObligationDoor.Stated(verdict, JsonSerializer.SerializeToUtf8Bytes(answer, ObligationAnswerJson.Readable.ObligationAnswer));
    }

    private async Task<ObligationAnswer> AnswerOfAsync(ObligationRow row, CancellationToken cancellationToken)
    {
        var stated = new List<StatedOrder>(row.Orders.Count);
        foreach (var order in row.Orders)
        {
            var details = await orders.ReadAsync(order.Reference, cancellationToken) ?? throw new InvalidOperationException($"{order.Reference} is not there.");
            stated.Add(new StatedOrder(order.Reference.Value, order.Amount, AccountView.Of(order.Beneficiary), LineView.Of(details.Lines)));
        }

        return new ObligationAnswer
        {
            ObligationId = OwnIdOf(row.Obligation),
            DossierCode = row.Dossier?.Value,
            Agency = new AgencyView(row.Agency.Value, live.Current.Index.Agencies.Find(row.Agency)?.Name ?? row.Agency.Value),
            AmountVnd = row.Amount,
            ExpiresAt = VietnamTime.Local(row.ExpiresAt),
            Orders = stated,
        };
    }

    /// <summary>What the system that stated an obligation calls it: what follows the system's code and a slash.</summary>
    public static string OwnIdOf(ObligationId id) => id.Value[(id.Value.IndexOf('/', StringComparison.Ordinal) + 1)..];
}
