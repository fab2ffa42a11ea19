using DichVuCong.Adapters.Banks.Wire;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Adapters.Banks.BankForm;

/// <summary>Writes the flat JSON of our form: texts, and amounts as whole numbers of đồng.</summary>
internal static class BankFormBody
{
    /// <summary>The bytes; members without a value are left out.</summary>
    public static byte[] Write(IEnumerable<(string Name, object? Value)> members) => PartnerJson.Write(writer =>
    {
        writer.WriteStartObject();
        foreach (var (name, value) in members)
        {
            if (value is null) continue;
            writer.WritePropertyName(name);
            if (value is Vnd amount) writer.WriteValue(amount.Amount);
            else writer.WriteValue((string)value);
        }

        writer.WriteEndObject();
    });
}
