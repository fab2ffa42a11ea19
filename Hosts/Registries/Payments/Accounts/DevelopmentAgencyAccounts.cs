using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Registries.Payments.Accounts;

/// <summary>
/// Accounts of development: each agency of the catalogue has one of the State Treasury at one bank, with a number made of its code. No such
/// account exists. Commands refuse them outside Development.
/// </summary>
public static class DevelopmentAgencyAccounts
{
    /// <summary>The bank at which they are (its BIN).</summary>
    public const string Bank = "970436";

    private const ulong Numbers = 10_000_000_000;
    private static readonly DateOnly First = new(2020, 1, 1);

    /// <summary>The accounts for a catalogue.</summary>
    public static AgencyAccountReading Of(CatalogueData catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return new AgencyAccountReading([.. catalogue.Agencies.Select(agency => new AgencyAccountLine(0, Of(agency)))], []);
    }

    private static AgencyAccount Of(Agency agency)
    {
        var drawn = BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(agency.Code.Value))) % Numbers;
        var number = "3941" + drawn.ToString("D10", CultureInfo.InvariantCulture);
        return new AgencyAccount(agency.Code, new BeneficiaryAccount(number, Bank, $"KBNN mẫu - {agency.Name}", IsTreasury: true), First, ValidTo: null);
    }
}
