using DichVuCong.Saga.Payments;

namespace DichVuCong.Payments.Settings;

/// <summary>
/// What a developer's machine does otherwise with the Sandbox's partners: section <c>Payments:Sandbox</c>. Outside Development the section is not
/// known, and so refused.
/// </summary>
public sealed record SandboxTerms
{
    /// <summary>
    /// How long we wait before a partner is asked, of the documented time: 1 as documented, 0.02 a fiftieth, so that a payment whose callback was
    /// lost is found within seconds. Default 1.
    /// </summary>
    public double TimeScale { get; init; } = 1;

    /// <summary>The folder of the development keys of the bank that signs with RSA (DVC_SANDBOX_BANK_KEYS); none leaves that bank out.</summary>
    public string? BankKeys { get; init; }

    /// <summary>
    /// Whether a day is reconciled that is not over, with the statement that the Sandbox makes of it when <c>dvc reconcile run</c> asks. Default no.
    /// </summary>
    public bool TakesOpenDays { get; init; }

    /// <summary>The rules with shorter waits.</summary>
    public PaymentRules Hasten(PaymentRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return TimeScale >= 1 ? rules : rules with
        {
            Asks = Hasten(rules.Asks),
            RefundAsks = Hasten(rules.RefundAsks),
            RefundAsksAfterwards = rules.RefundAsksAfterwards * TimeScale,
            RefundShownWithin = rules.RefundShownWithin * TimeScale,
            RefundAnswerWithin = rules.RefundAnswerWithin * TimeScale,
            Confirmations = Hasten(rules.Confirmations),
        };
    }

    /// <summary>What is wrong with it, each naming its field; empty when nothing is.</summary>
    public IEnumerable<string> Validate()
    {
        if (!(TimeScale is >= 0.001 and <= 1)) yield return "TimeScale is 0.001 to 1.";
        if (BankKeys is { } folder && !Array.TrueForAll(
            [SandboxPartners.BankKey, SandboxPartners.PortalKey], name => File.Exists(SandboxPartners.KeyFile(folder, name))))
        {
            yield return "BankKeys is no folder in which the Sandbox left its keys: it does when it starts.";
        }
    }

    private AskSchedule Hasten(AskSchedule asks) => new([.. asks.First.Select(moment => moment * TimeScale)], asks.Every * TimeScale, asks.Until * TimeScale);
}
