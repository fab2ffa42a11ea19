namespace DichVuCong.Faults.Check.Payments;

/// <summary>
/// Compares what was owed, what the banks took and gave back, and what the system shows of it. Money is conserved, or somebody is told.
/// </summary>
internal static class PaymentChecker
{
    /// <summary>Every promise that was not held.</summary>
    public static IReadOnlyList<Finding> Check(PaymentEvidence evidence)
    {
        var records = new PaymentRecords(evidence);
        return
        [
            .. ObligationRules.Check(records), .. CollectingRules.Check(records), .. RefundRules.Check(records), .. MoneyRules.Check(records),
            .. WaitingRules.Check(records), .. PaymentFeedRules.Check(records), .. PaymentAnswerRules.Check(records),
        ];
    }
}
