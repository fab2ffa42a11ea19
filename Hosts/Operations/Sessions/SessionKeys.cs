using System.Text;
using System.Xml.Linq;
using DichVuCong.Registries.Sealing;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace DichVuCong.Operations.Sessions;

/// <summary>
/// Keeps the keys of sessions and anti-forgery tokens in the database, sealed: they outlive a restart, and every host of the screen has the same.
/// The interface is synchronous; it is asked at the start and once a day.
/// </summary>
internal sealed class SessionKeys(NpgsqlDataSource database, Sealer sealer) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var command = database.CreateCommand("select name, key_number, sealed from operations.session_key order by created_at");
        using var reader = command.ExecuteReader();
        var keys = new List<XElement>();
        while (reader.Read())
        {
            var plain = sealer.Open(reader.GetInt16(1), reader.GetFieldValue<byte[]>(2), Place(reader.GetString(0)));
            keys.Add(XElement.Parse(Encoding.UTF8.GetString(plain)));
        }

        return keys;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var command = database.CreateCommand(
            """
            insert into operations.session_key (name, key_number, sealed) values ($1, $2, $3)
            on conflict (name) do update set key_number = excluded.key_number, sealed = excluded.sealed
            """);
        command.Parameters.Add(new() { Value = friendlyName });
        command.Parameters.Add(new() { Value = sealer.CurrentKey });
        command.Parameters.Add(new() { Value = sealer.Seal(Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting)), Place(friendlyName)) });
        command.ExecuteNonQuery();
    }

    private static string Place(string name) => $"operations.session_key/{name}";
}
