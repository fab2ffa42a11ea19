using System.Globalization;
using DichVuCong.Sandbox.Banks.Books;
using DichVuCong.Sandbox.Banks.Callbacks;
using DichVuCong.Sandbox.Banks.Form;
using DichVuCong.Sandbox.Banks.Payers;
using DichVuCong.Sandbox.Banks.Settling;
using DichVuCong.Sandbox.Banks.Statements;
using DichVuCong.Sandbox.Banks.VietQr;
using DichVuCong.Sandbox.Control;

namespace DichVuCong.Sandbox.Banks.Control;

/// <summary>The sandbox's own interface to its banks: the ledger, statements, settlement, payers and typed transfers.</summary>
internal sealed class BankEndpoints(
    BankDirectory banks, BankBook book, PaymentLedger ledger, StatementDesk statements, SettlementDesk settlement, PayerDesk payers, CallbackDesk callbacks,
    AnswerFiles answers, StatementFolder folder, TimeProvider time)
{
    private const int LargestPage = 10_000;
    private const int UsualPage = 1_000;

    /// <summary>Adds it.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sandbox/ledger/payments", () => Results.Json(ledger.Sums()));
        routes.MapGet("/sandbox/ledger/payments/{bank}", Page);
        routes.MapGet("/sandbox/ledger/payments/{bank}/{reference}", (string bank, string reference) =>
            book.Find(bank, reference) is { } order ? Results.Json(PaymentLedger.Row(order.Record)) : ControlProblem.NotFound("The bank has no such order."));
        routes.MapGet("/sandbox/banks", () => Results.Json(banks.All.Select(bank => new
        {
            bank.Name,
            cutOff = bank.CutOff,
            statements = bank.StatementFamily,
            callbacks = bank.Resends.MostCalls,
            bank.IsPage,
        })));
        routes.MapGet("/sandbox/banks/{bank}/keys", (string bank) =>
            banks.Find(bank) is FormBank form ? Results.Json(form.Keys.Shown()) : ControlProblem.NotFound("There is no such bank in the portal's form."));
        routes.MapGet("/sandbox/banks/{bank}/answers", (string bank) => Results.Json(answers.Of(bank)));
        routes.MapGet("/sandbox/banks/{bank}/statements/{date}", Statement);
        routes.MapPost("/sandbox/banks/{bank}/statements/{date}", Lay);
        routes.MapPost("/sandbox/banks/{bank}/settle/{date}", Settle);
        routes.MapPost("/sandbox/banks/{bank}/payments", Pay);
        routes.MapPost("/sandbox/banks/{bank}/callbacks/{transaction}", RepeatAsync);
        routes.MapPost("/sandbox/payers", Scan);
    }

    private IResult Page(string bank, long after = 0, int limit = UsualPage)
    {
        if (banks.Find(bank) is null) return NoBank();
        if (limit is < 1 or > LargestPage) return ControlProblem.Invalid($"limit must be from 1 to {LargestPage}.");
        return Results.Json(
            book.Orders.Where(order => order.Bank == bank && order.Sequence > after).OrderBy(order => order.Sequence).Take(limit).Select(PaymentLedger.Row));
    }

    private IResult Statement(string bank, string date, string? family = null, string? account = null)
    {
        if (banks.Find(bank) is null) return NoBank();
        if (DayOf(date) is not { } day) return ControlProblem.Invalid("date must be yyyyMMdd or yyyy-MM-dd.");
        if (family is not null && StatementWriters.Find(family) is null)
            return ControlProblem.Invalid($"family must be one of {string.Join(", ", StatementWriters.Names)}.");
        return statements.Make(bank, day, family, account) is { } file
            ? Results.File(file.Content, "application/octet-stream", file.Name)
            : ControlProblem.NotFound("The bank has no statement of that day yet.");
    }

    private IResult Lay(string bank, string date) =>
        banks.Find(bank) is null ? NoBank()
        : DayOf(date) is not { } day ? ControlProblem.Invalid("date must be yyyyMMdd or yyyy-MM-dd.")
        : folder.Lay(bank, day, again: true) is { } path ? Results.Json(new { path })
        : ControlProblem.NotFound("There is no folder for statements (DVC_SANDBOX_STATEMENTS), or the bank has no statement of that day yet.");

    private IResult Settle(string bank, string date) =>
        banks.Find(bank) is not { } known ? NoBank()
        : DayOf(date) is not { } day ? ControlProblem.Invalid("date must be yyyyMMdd or yyyy-MM-dd.")
        : Results.Json(settlement.Settle(known, day));

    private IResult Pay(string bank, TypedPayment payment)
    {
        if (banks.Find(bank) is null) return NoBank();
        if (payment.Error is { } error) return ControlProblem.Invalid(error);
        var (order, _) = book.Open(new BankOrderRecord(bank, payment.Reference!, payment.Amount) { CreatedAt = time.GetUtcNow(), Account = payment.Account });
        return Results.Json(new { transaction = payers.Pay(order, payment.Amount) });
    }

    private async Task<IResult> RepeatAsync(string bank, string transaction, CancellationToken cancellationToken)
    {
        if (book.OfTransaction(bank, transaction) is not { } order) return ControlProblem.NotFound("The bank has no such transaction.");
        return Results.Json(await callbacks.RepeatAsync(order, order.Record.Transactions.Single(each => each.No == transaction), cancellationToken));
    }

    private IResult Scan(ScannedCode scanned)
    {
        if (QrCode.TryRead(scanned.Qr ?? "") is not { } code) return ControlProblem.Invalid("qr must be the content of a VietQR code with an amount in VND.");
        var reference = code.Bill.Length > 0 ? code.Bill : code.Purpose;
        if (reference.Length == 0) return ControlProblem.Invalid("qr names no bill and no purpose: nobody could tell what it is for.");
        var atBank = banks.All.OfType<FormBank>().Select(bank => book.Find(bank.Name, reference)).FirstOrDefault(order => order is not null);
        var order = atBank ?? book.Open(new BankOrderRecord(BankNames.VietQr, reference, code.Amount)
        {
            CreatedAt = time.GetUtcNow(),
            ExpiresAt = scanned.ExpiresAt,
            Account = code.Account,
            Info = code.Purpose,
        }).Order;
        var record = payers.Opened(order);
        return Results.Json(new { bank = record.Bank, reference, payer = record.Choice, actsAt = record.ActsAt });
    }

    private static IResult NoBank() => ControlProblem.NotFound("There is no such bank.");

    private static DateOnly? DayOf(string text) =>
        DateOnly.TryParseExact(text, ["yyyyMMdd", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
