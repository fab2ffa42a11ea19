using System.Security.Cryptography;
using System.Text;

namespace DichVuCong.Sandbox.SignIn;

/// <summary>Somebody who can sign in with the simulated sources. Everybody is made up.</summary>
/// <param name="Id">Their name to sign in with.</param>
/// <param name="PersonalId">The personal number.</param>
/// <param name="Name">The name.</param>
/// <param name="BirthDate">The date of birth, or its year.</param>
/// <param name="AccountLevel">The account's level.</param>
/// <param name="LoA">How they sign in, in the broker's words.</param>
/// <param name="Company">The enterprise for which they sign in; null for themselves.</param>
/// <param name="TaxCode">Its tax code.</param>
internal sealed record SimulatedCitizen(
    string Id, string PersonalId, string Name, string BirthDate, int AccountLevel, string LoA, string? Company = null, string? TaxCode = null)
{
    /// <summary>The people.</summary>
    public static IReadOnlyList<SimulatedCitizen> All { get; } =
    [
        new("an", "001090000001", "Nguyễn Văn An", "19900115", 2, "LoA3"),
        new("binh", "079185000002", "Trần Thị Bình", "19850630", 2, "LoA2"),
        new("chi", "048201000003", "Lê Thị Chi", "2001", 1, "LoA1"),
        new("dung", "092080000004", "Phạm Văn Dũng", "19800909", 2, "LoA4"),
        new("cong-ty", "001075000005", "Hoàng Minh Đức", "19750101", 2, "LoA2", "Công ty TNHH Mẫu", "0100000010"),
    ];

    /// <summary>The person of a name; null when there is none.</summary>
    public static SimulatedCitizen? Find(string? id) => All.FirstOrDefault(person => person.Id == id);

    /// <summary>The broker's lasting id: it tells nothing of the number.</summary>
    public string TechnicalId => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(Id))[..16]).ToString();
}
