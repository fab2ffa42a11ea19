using DichVuCong.Sandbox.Timing;

namespace DichVuCong.Sandbox.Agencies.Sending;

/// <summary>One line of what a dossier costs.</summary>
/// <param name="Kind">LoaiPhiLePhi: 1 fee (phí), 2 charge (lệ phí).</param>
/// <param name="Code">MaPhiLePhi.</param>
/// <param name="Name">TenPhiLePhi.</param>
/// <param name="Amount">Gia, đồng.</param>
internal sealed record DossierFee(string Kind, string Code, string Name, int Amount);

/// <summary>What an agency asks for a dossier: it follows from the seed and the code, so that it asks the same when it asks again.</summary>
internal static class DossierFees
{
    private const int Thousand = 1000;

    /// <summary>The lines.</summary>
    public static IReadOnlyList<DossierFee> Of(string code, long seed)
    {
        var charge = new DossierFee("2", "LP01", "Lệ phí giải quyết hồ sơ", Thousand * Chance.Between(10, 300, seed, "charge", code));
        return Chance.Between(0, 1, seed, "has-fee", code) == 0
            ? [charge]
            : [new DossierFee("1", "P01", "Phí thẩm định hồ sơ", Thousand * Chance.Between(50, 900, seed, "fee", code)), charge];
    }
}
