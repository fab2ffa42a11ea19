using System.Text.Json.Serialization;

namespace DichVuCong.Contracts.Payments;

/// <summary>
/// The account to which an order's money goes (TKThuHuong, MaNHThuHuong, TenTKThuHuong; <c>one-stop-and-portal-wire.md</c> 5.2): as a rule an
/// account of the State Treasury at a bank. It belongs to an agency, so it is no personal data.
/// </summary>
/// <param name="Number">The account's number.</param>
/// <param name="Bank">The bank's code.</param>
/// <param name="Name">The account's name.</param>
/// <param name="IsTreasury">Whether it is an account of the State Treasury.</param>
public sealed record BeneficiaryAccount(string Number, string Bank, string Name, bool IsTreasury = false)
{
    /// <summary>What makes two accounts one: bank and number; names are written in many ways.</summary>
    [JsonIgnore]
    public string Key => $"{Bank}/{Number}";
}
