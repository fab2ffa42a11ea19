namespace DichVuCong.Registries.Reconciliation;

/// <summary>The advisory locks of reconciliation: a session that ends, however it ends, gives them back.</summary>
internal static class ReconciliationLocks
{
    /// <summary>Taking the files of one partner; the second key is the hash of its code. "DVCF".</summary>
    public const int Files = 0x44564346;

    /// <summary>Running the reconciliations of one partner. "DVCR".</summary>
    public const int Runs = 0x44564352;
}
