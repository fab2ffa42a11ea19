using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Payments;

/// <summary>The statements that write an obligation as the door took it. The door tells nothing twice: a key that is taken refuses the call.</summary>
internal sealed class ObligationWrites(Sealer sealer)
{
    private const string InsertObligations =
        """
        insert into payment.obligation (id, account, agency, dossier, content, confirm_to, stated_at, expires_at, state_since, amount)
        select u.id, u.account, u.agency, u.dossier, u.content, u.confirm_to, u.stated_at, u.expires_at, u.stated_at, u.amount
        from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9) u(id, account, agency, dossier, content, confirm_to, stated_at, expires_at, amount)
        """;

    private const string InsertPayers = "insert into payment.payer (obligation, sealed, key) select u.*, $3 from unnest($1, $2) u";

    private const string InsertOrders =
        """
        insert into payment.payment_order
          (reference, obligation, position, agency, bank, account_number, account_name, treasury, amount, state_since, created_at)
        select u.*, u.at
        from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) u(reference, obligation, position, agency, bank, number, name, treasury, amount, at)
        """;

    private const string InsertLines =
        "insert into payment.obligation_line (reference, line, kind, code, name, amount) select * from unnest($1, $2, $3, $4, $5, $6)";

    private sealed record OrderToWrite(RegisterObligation Of, short Position, ObligationOrder Order);

    private sealed record LineToWrite(PaymentReference Reference, short Number, OrderLine Line);

    public void Register(NpgsqlBatch batch, List<Recorded<RegisterObligation>> stated)
    {
        if (stated.Count == 0) return;
        var rows = stated.Select(row => row.Body).OrderBy(row => row.Obligation.Value, StringComparer.Ordinal).ToList();
        batch.Append(InsertObligations)
            .Column(rows, row => row.Obligation.Value)
            .Column(rows, row => row.Account)
            .Column(rows, row => row.Agency.Value)
            .Column(rows, row => row.Dossier?.Value)
            .Column(rows, row => row.Content)
            .Column(rows, row => row.ConfirmTo)
            .Column(rows, row => row.StatedAt.UtcDateTime)
            .Column(rows, row => row.ExpiresAt.UtcDateTime)
            .Column(rows, row => Vnd.Sum(row.Orders.Select(order => order.Amount)).Amount);
        Payers(batch, [.. rows.Where(row => row.Payer is not null)]);
        Orders(batch, rows);
    }

    private void Payers(NpgsqlBatch batch, List<RegisterObligation> rows)
    {
        if (rows.Count == 0) return;
        batch.Append(InsertPayers)
            .Column(rows, row => row.Obligation.Value)
            .Column(rows, row => sealer.Seal(row.Payer!.Value.Span, Places.Payer(row.Obligation.Value)))
            .With(sealer.CurrentKey);
    }

    private static void Orders(NpgsqlBatch batch, List<RegisterObligation> stated)
    {
        var orders = stated.SelectMany(row => row.Orders.Select((order, index) => new OrderToWrite(row, (short)(index + 1), order)))
            .OrderBy(row => row.Order.Reference.Value, StringComparer.Ordinal).ToList();
        batch.Append(InsertOrders)
            .Column(orders, row => row.Order.Reference.Value)
            .Column(orders, row => row.Of.Obligation.Value)
            .Column(orders, row => row.Position)
            .Column(orders, row => row.Of.Agency.Value)
            .Column(orders, row => row.Order.Beneficiary.Bank)
            .Column(orders, row => row.Order.Beneficiary.Number)
            .Column(orders, row => row.Order.Beneficiary.Name)
            .Column(orders, row => row.Order.Beneficiary.IsTreasury)
            .Column(orders, row => row.Order.Amount.Amount)
            .Column(orders, row => row.Of.StatedAt.UtcDateTime);
        var lines = orders.SelectMany(row => row.Order.Lines.Select((line, index) => new LineToWrite(row.Order.Reference, (short)(index + 1), line))).ToList();
        batch.Append(InsertLines)
            .Column(lines, row => row.Reference.Value)
            .Column(lines, row => row.Number)
            .Column(lines, row => (short)row.Line.Kind)
            .Column(lines, row => row.Line.Code)
            .Column(lines, row => row.Line.Name)
            .Column(lines, row => row.Line.Amount.Amount);
    }
}
