using DichVuCong.Registries.Settings;
using Microsoft.Extensions.Configuration;

namespace DichVuCong.Worker;

/// <summary>
/// How long what payments leave behind is kept: section <c>Retention</c> (<c>Retention__RunInputDays</c> in the environment). Obligations, orders,
/// payments, refunds and decisions, the ledger, differences and inquiries, and what runs found are accounting documents: nothing lets them go, and no
/// setting does.
/// </summary>
internal sealed record RetentionSettings
{
    /// <summary>The shortest time that accounting documents may be kept by law, in days: 5 years.</summary>
    public const int LeastDocumentDays = 1827;

    private const int LongestDays = 36_525;

    /// <summary>For how long events of payments can be followed (<c>GET /v1/payment-events</c>). Default 30 days, as for dossiers.</summary>
    public int PaymentEventDays { get; init; } = 30;

    /// <summary>
    /// For how long a run can be repeated, reported again, and its day corrected: after that it lets go of the rows that matched. Default 400 days: a
    /// whole budget year and the month in which it is closed.
    /// </summary>
    public int RunInputDays { get; init; } = 400;

    /// <summary>For how long the bytes and the movements of partners' files are kept: bank documents. Default 3653 days.</summary>
    public int StatementDays { get; init; } = 3653;

    /// <summary>Where <see cref="StatementDays"/> comes from; its text was not at hand, so it is to be verified.</summary>
    public string StatementLegalBasis { get; init; } = "Law on Accounting 88/2015/QH13 art. 41; Decree 174/2016/ND-CP art. 13: 10 years (unverified)";

    /// <summary>
    /// For how long files stay in the folders taken and rejected of the inbox, unsealed. Default 90 days, as for all that partners sent.
    /// </summary>
    public int InboxDays { get; init; } = 90;

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingsException">Something is wrong; the message names every such setting.</exception>
    public static RetentionSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Retention");
        var settings = section.Get<RetentionSettings>() ?? new RetentionSettings();
        var problems = settings.Validate().Select(problem => $"{section.Path}:{problem}").ToList();
        return problems.Count == 0 ? settings : throw new SettingsException(string.Join(Environment.NewLine, problems));
    }

    private IEnumerable<string> Validate()
    {
        if (PaymentEventDays is < 1 or > LongestDays) yield return $"PaymentEventDays is 1 to {LongestDays}.";
        if (RunInputDays is < 62 or > LongestDays) yield return $"RunInputDays is 62 to {LongestDays}: a day may be corrected that long after it.";
        if (StatementDays is < LeastDocumentDays or > LongestDays)
        {
            yield return $"StatementDays is {LeastDocumentDays} (5 years, the least that accounting documents are kept) to {LongestDays}.";
        }

        if (StatementDays < RunInputDays) yield return "StatementDays is not less than RunInputDays: runs are matched from statements.";
        if (StatementLegalBasis.Length == 0) yield return "StatementLegalBasis is required: which text sets the time.";
        if (InboxDays is < 1 or > LongestDays) yield return $"InboxDays is 1 to {LongestDays}.";
    }
}
