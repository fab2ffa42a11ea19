using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DichVuCong.Faults.Load.Payments;

/// <summary>An obligation that is ready to be stated.</summary>
/// <param name="Id">Its id with the system that states it.</param>
/// <param name="Token">That system's token.</param>
/// <param name="Body">The JSON.</param>
/// <param name="Split">What is to come to each beneficiary account.</param>
internal sealed record MadeObligation(string Id, string Token, JsonObject Body, IReadOnlyDictionary<string, long> Split);

/// <summary>Makes obligations for dossiers that were filed: some with one beneficiary account, some with two.</summary>
/// <param name="accounts">The accounts of each agency.</param>
/// <param name="run">What the ids begin with.</param>
internal sealed class ObligationTable(IReadOnlyDictionary<string, IReadOnlyList<string>> accounts, string run)
{
    private const double TwoAccountsShare = 0.25;

    /// <summary>The obligation of a number, for a dossier; null when the dossier has no agency that could collect.</summary>
    public MadeObligation? Of(int number, CallRecord filing, DateTimeOffset expiresAt, Random random)
    {
        if (filing.Code is not { } dossier || AgencyIn(filing.Body) is not { } agency || !accounts.TryGetValue(agency, out var own)) return null;
        var id = string.Create(CultureInfo.InvariantCulture, $"{run}-nv-{number:D6}");
        var chosen = own.Take(random.NextDouble() < TwoAccountsShare ? 2 : 1).ToList();
        var split = chosen.ToDictionary(account => account, _ => 20_000L + (1_000 * random.Next(1, 400)), StringComparer.Ordinal);
        var body = new JsonObject
        {
            ["obligationId"] = id,
            ["dossierCode"] = dossier,
            ["expiresAt"] = expiresAt.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
            ["payer"] = new JsonObject { ["fullName"] = "Nguyễn Thị Thử Nghiệm" },
            ["lines"] = new JsonArray([.. split.SelectMany(LinesOf)]),
        };
        // A body's own code is the part before the first point; its system logs in by it.
        return new MadeObligation(id, $"dev-{agency.Split('.')[0]}", body, split);
    }

    /// <summary>Each account has a fee and a charge: they are one order.</summary>
    private static IEnumerable<JsonNode> LinesOf(KeyValuePair<string, long> part)
    {
        yield return Line("fee", "P01", "Phí thẩm định", 5_000, part.Key);
        yield return Line("charge", "LP01", "Lệ phí đăng ký", part.Value - 5_000, part.Key);
    }

    private static JsonObject Line(string kind, string code, string name, long amount, string account) => new()
    {
        ["kind"] = kind,
        ["code"] = code,
        ["name"] = name,
        ["amountVnd"] = amount,
        ["beneficiaryAccount"] = account,
    };

    private static string? AgencyIn(string answer)
    {
        using var document = JsonDocument.Parse(answer);
        return document.RootElement.TryGetProperty("receipt", out var receipt) && receipt.TryGetProperty("agency", out var agency)
            ? agency.GetProperty("code").GetString()
            : null;
    }
}
