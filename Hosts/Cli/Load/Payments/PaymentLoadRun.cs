using System.Globalization;
using DichVuCong.Cli.Load.Drawing;
using DichVuCong.Cli.Load.Portal;
using DichVuCong.Cli.Running;
using DichVuCong.Contracts;

namespace DichVuCong.Cli.Load.Payments;

/// <summary>
/// States obligations, has them paid at banks that misbehave, waits until the banks and we say the same or only the reconciliation can help, runs it,
/// and makes up the account.
/// </summary>
internal sealed class PaymentLoadRun(Uri gatewayAddress, Uri sandboxAddress, IReconcilingDesk desk, TimeProvider time)
{
    /// <summary>Obligations of one dossier.</summary>
    private const int PerDossier = 20;
    private const int LeastDossiers = 10;
    private const int MostDossiers = 200;

    /// <summary>The system whose ministry speaks INIT (GatewayPayments:PlatformSystems).</summary>
    private const string MinistrySystem = "H29";

    /// <summary>Payers at the banks, by weight: late and absent ones are played here, since theirs would act after the run is over.</summary>
    private static readonly Dictionary<string, int> Payers = new(StringComparer.Ordinal) { ["pays"] = 88, ["fails"] = 5, ["leaves"] = 3, ["twice"] = 4 };

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>Told what happens now and then.</summary>
    public Action<string>? OnProgress { get; set; }

    public async Task<PaymentReport> RunAsync(PaymentPlan plan, CancellationToken cancellationToken)
    {
        using var gateway = new PaymentClient(gatewayAddress);
        using var banks = new BankClient(sandboxAddress);
        var before = await banks.SettingsAsync(cancellationToken);
        await banks.SetAsync(new { speed = "load", bankTimeScale = 0.02, payers = Payers }, cancellationToken);
        try
        {
            return await RunAsync(plan, gateway, banks, cancellationToken);
        }
        finally
        {
            foreach (var bank in desk.Partners) await banks.FaultsAsync(bank, [], CancellationToken.None);
            await banks.SetAsync(
                new { speed = "demo", bankTimeScale = before.GetProperty("bankTimeScale"), payers = before.GetProperty("payers") }, CancellationToken.None);
        }
    }

    private async Task<PaymentReport> RunAsync(PaymentPlan plan, PaymentClient gateway, BankClient banks, CancellationToken cancellationToken)
    {
        var name = $"thu{VietnamTime.Local(time.GetUtcNow()):MMddHHmmssfff}";
        var agencies = PayingAgencies.Shipped();
        var dossiers = await FileAsync(plan, gateway, agencies, name, cancellationToken);
        var ministry = new PayingDossier(MinistrySystem, agencies.TokenOf(MinistrySystem), agencies.AccountOf(MinistrySystem)!);
        var tokens = dossiers.Select(dossier => dossier.Token).Append(ministry.Token).ToHashSet(StringComparer.Ordinal);
        var books = new PaymentBooks(gateway, banks, desk.Partners, tokens);
        await books.BeginAsync(cancellationToken);
        var misbehaviour = new BankMisbehaviour(banks, desk.Partners, plan.Faults, plan.Silence, time);
        await misbehaviour.BeginAsync(cancellationToken);

        var began = time.GetTimestamp();
        var driver = new PaymentDriver(gateway, banks, dossiers, ministry, name, time);
        // Money comes to a page of VNPAY's only; the others are banks, to whom everybody can type a transfer.
        var typed = desk.Partners.Where(partner => partner != "vnpay").ToList();
        var driving = driver.RunAsync(plan, PaymentDraw.Of(plan, desk.Partners, typed), cancellationToken);
        var outages = misbehaviour.OutagesAsync(driving, cancellationToken);
        while (!driving.IsCompleted)
        {
            OnProgress?.Invoke($"đã lập {driver.Stated.Count} khoản thu trên {plan.Count}");
            await Task.WhenAny(driving, Task.Delay(Look, time, cancellationToken));
        }

        await driving;
        await outages;
        var (orders, whole) = await UntilQuietAsync(plan, driver, books, began, cancellationToken);
        // What went wrong went wrong: from here on the banks answer as they should, and only their files do not.
        await misbehaviour.EndAsync(cancellationToken);
        var (runs, due) = await ReconcileAsync(plan, misbehaviour, orders, cancellationToken);
        var agreed = orders.Where(order => order.IsAgreed).Select(order => order.Stated.Reference).ToHashSet(StringComparer.Ordinal);
        orders = await UntilFoundAsync(plan, driver, books, agreed, cancellationToken);
        return new PaymentReport(
            orders,
            new PaymentOutcome
            {
                Submitted = driver.Submitted,
                Refused = driver.Refused,
                Runs = runs,
                RunsDue = due,
                ModesKnown = misbehaviour.Known.Count,
                Struck = misbehaviour.Struck,
                Breaches = await desk.CheckAsync(cancellationToken),
                Whole = whole,
            });
    }

    private async Task<IReadOnlyList<PayingDossier>> FileAsync(
        PaymentPlan plan, PaymentClient gateway, PayingAgencies agencies, string name, CancellationToken cancellationToken)
    {
        using var portal = new PortalClient(gatewayAddress);
        var source = new FilingSource(
            DrawnProcedures.Shipped(), new FilingShares { Central = 1 }, plan.Seed, name, VietnamTime.DayOf(time.GetUtcNow()), sandboxAddress);
        var dossiers = new List<PayingDossier>();
        var wanted = Math.Clamp(plan.Count / PerDossier, LeastDossiers, MostDossiers);
        while (dossiers.Count < wanted)
        {
            var filing = source.Next();
            if (agencies.AccountOf(filing.Agency) is not { } account) continue;
            var posted = await portal.PostAsync(filing, cancellationToken);
            if (!posted.IsTaken) throw CliProblemException.Refused($"Hồ sơ thử nghiệm bị từ chối: {posted.Problem}.");
            await gateway.DossierAsync(posted.Code!, cancellationToken);
            dossiers.Add(new PayingDossier(posted.Code!, agencies.TokenOf(filing.System), account));
        }

        OnProgress?.Invoke($"{dossiers.Count} hồ sơ đã nộp");
        return dossiers;
    }

    /// <summary>Until nothing is under way any more; what does not move for long is left to the reconciliation.</summary>
    private async Task<(IReadOnlyList<OrderAccount> Orders, TimeSpan Whole)> UntilQuietAsync(
        PaymentPlan plan, PaymentDriver driver, PaymentBooks books, long began, CancellationToken cancellationToken)
    {
        var (waiting, moved, whole) = (int.MaxValue, time.GetTimestamp(), time.GetElapsedTime(began));
        var stated = driver.Stated;
        HashSet<string>? open = null;
        while (true)
        {
            var orders = await books.LookAsync(stated, reference => open?.Contains(reference) != false, cancellationToken);
            open = [.. orders.Where(order => !order.IsAgreed && !order.IsForReconciliation).Select(order => order.Stated.Reference)];
            if (open.Count < waiting) (waiting, moved, whole) = (open.Count, time.GetTimestamp(), time.GetElapsedTime(began));
            OnProgress?.Invoke($"còn {open.Count} khoản thu chưa khớp với ngân hàng");
            if (open.Count == 0 || time.GetElapsedTime(moved) > plan.Patience) return (orders, whole);
            await Task.Delay(Look, time, cancellationToken);
        }
    }

    private async Task<(List<(string Run, bool IsRight)> Runs, int Due)> ReconcileAsync(
        PaymentPlan plan, BankMisbehaviour misbehaviour, IReadOnlyList<OrderAccount> orders, CancellationToken cancellationToken)
    {
        var days = orders.SelectMany(order => order.Banks)
            .SelectMany(bank => bank.Order.Payments.Select(payment => payment.Day).Concat(bank.Order.Refunds.Select(refund => refund.Day))
                .Select(day => (bank.Bank, Day: day)))
            .Distinct().OrderBy(each => each.Bank, StringComparer.Ordinal).ThenBy(each => each.Day).ToList();
        var steps = plan.Faults > 0 ? StatementStep.All : [StatementStep.Honest];
        var runs = new List<(string, bool)>();
        foreach (var (bank, day) in days)
        {
            OnProgress?.Invoke(string.Create(CultureInfo.InvariantCulture, $"đối soát {bank} ngày {day:dd/MM/yyyy}"));
            foreach (var step in steps)
            {
                await misbehaviour.StatementAsync(bank, step.Mode, cancellationToken);
                var (run, verdict) = await desk.RunAsync(bank, day, cancellationToken);
                runs.Add((step.Mode is { } mode ? $"{run} ({mode})" : run, step.Allows(verdict)));
            }
        }

        return (runs, days.Count * steps.Count);
    }

    /// <summary>
    /// What the runs set in motion is waited for, payments that they confirmed and inquiries that they opened; and so are the calls that a bank failed
    /// while it misbehaved, and that are made again by their own schedule.
    /// </summary>
    private async Task<IReadOnlyList<OrderAccount>> UntilFoundAsync(
        PaymentPlan plan, PaymentDriver driver, PaymentBooks books, HashSet<string> agreed, CancellationToken cancellationToken)
    {
        var (waiting, moved) = (int.MaxValue, time.GetTimestamp());
        while (true)
        {
            IReadOnlyList<OrderAccount> orders =
            [
                .. (await books.LookAsync(driver.Stated, _ => true, cancellationToken))
                    .Select(order => order with { AgreedBeforeFiles = agreed.Contains(order.Stated.Reference) }),
            ];
            var open = orders.Count(order => (!order.IsAgreed && !order.IsDiffering) || order.IsRefunding || order.FalseAlarms > 0);
            if (open < waiting) (waiting, moved) = (open, time.GetTimestamp());
            OnProgress?.Invoke($"còn {open} khoản thu chưa khớp mà chưa có tra soát, đang hoàn tiền, hoặc đã khớp mà còn tra soát");
            if (open == 0 || time.GetElapsedTime(moved) > plan.Patience) return orders;
            await Task.Delay(Look, time, cancellationToken);
        }
    }
}
