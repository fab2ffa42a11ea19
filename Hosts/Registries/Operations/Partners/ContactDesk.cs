using System.Text.Json;
using DichVuCong.Contracts;
using DichVuCong.Registries.Operations.Access;
using DichVuCong.Registries.Operations.Audit;
using DichVuCong.Registries.Sealing;
using Npgsql;

namespace DichVuCong.Registries.Operations.Partners;

/// <summary>Whom to call: the technical and the business contact of a partner, or of an agency (A7.5, A36.3).</summary>
/// <param name="Kind">technical or business.</param>
/// <param name="Name">The person; masked unless it was asked for in clear.</param>
/// <param name="Phone">Their phone; masked likewise.</param>
/// <param name="Email">Their address; masked likewise.</param>
/// <param name="ChangedAt">Since when it holds.</param>
public sealed record ContactView(string Kind, string Name, string Phone, string Email, DateTimeOffset ChangedAt);

/// <summary>Keeps contacts sealed; shows them masked, and in clear to whoever may see personal data and says why.</summary>
public sealed class ContactDesk(NpgsqlDataSource database, Sealer sealer, AuditTrail trail, AccessPolicy policy, TimeProvider time)
{
    /// <summary>The kinds of contacts.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["technical", "business"];

    /// <summary>What an agency is called here, whose contacts are kept whether or not a system of its own is called.</summary>
    public static string SubjectOf(AgencyCode agency) => PartnerPlace.Agency + agency.Value;

    /// <summary>The agency that a subject names; null for a partner.</summary>
    public static AgencyCode? AgencyOf(string subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return subject.StartsWith(PartnerPlace.Agency, StringComparison.Ordinal) && AgencyCode.TryParse(subject[PartnerPlace.Agency.Length..], out var agency) ? agency : null;
    }

    /// <summary>The contacts of a partner or an agency, masked.</summary>
    public async Task<IReadOnlyList<ContactView>> ListAsync(Operator who, string partner, CancellationToken cancellationToken)
    {
        AccessPolicy.Require(who, Permission.Look);
        return [.. (await ReadAsync(partner, cancellationToken)).Select(row => Masked(row.Kind, row.Person, row.At))];
    }

    /// <summary>The contacts of a partner in clear, which is written into the audit trail first.</summary>
    /// <exception cref="AccessRefusedException">The role or the scope does not allow it.</exception>
    /// <exception cref="RuleBrokenException">There is no such partner, or the reason is missing.</exception>
    public async Task<IReadOnlyList<ContactView>> RevealAsync(Operator who, string partner, string? reason, CancellationToken cancellationToken)
    {
        AccessPolicy.Require(who, Permission.Reveal);
        await using (var connection = await database.OpenConnectionAsync(cancellationToken))
        {
            var agency = await PartnerPlace.RequireAsync(connection, transaction: null, policy, who, partner, cancellationToken, orAgency: true);
            var why = RuleBrokenException.RequireReason(reason);
            await trail.WriteAsync(database, new AuditEntry(who, "partner.contact.reveal", "partner", partner) { Agency = agency, Reason = why }, cancellationToken);
        }

        return
        [
            .. (await ReadAsync(partner, cancellationToken)).Select(
                row => new ContactView(row.Kind, row.Person.Name, row.Person.Phone is { } phone ? $"+{phone.Reveal()}" : "", row.Person.Email?.Reveal() ?? "", row.At)),
        ];
    }

    /// <summary>Names a contact; the one before goes.</summary>
    /// <inheritdoc cref="RevealAsync"/>
    public async Task NameAsync(Operator who, string partner, string kind, string? name, string? phone, string? email, string? reason, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var agency = await PartnerPlace.RequireAsync(connection, transaction, policy, who, partner, cancellationToken, orAgency: true);
        var why = RuleBrokenException.RequireReason(reason);
        if (!Kinds.Contains(kind)) throw new RuleBrokenException("kind", "phải là technical hoặc business.", "must be technical or business.");
        var person = Checked(name, phone, email);
        await using var command = new NpgsqlCommand(
            """
            insert into operations.contact (subject, kind, key, sealed, changed_at, changed_by) values ($1, $2, $3, $4, $5, $6)
            on conflict (subject, kind) do update set key = excluded.key, sealed = excluded.sealed, changed_at = excluded.changed_at, changed_by = excluded.changed_by
            """,
            connection, transaction);
        var content = sealer.Seal(JsonSerializer.SerializeToUtf8Bytes(person), PlaceOf(partner, kind));
        foreach (var value in new object[] { partner, kind, sealer.CurrentKey, content, time.GetUtcNow().UtcDateTime, who.Subject }) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(cancellationToken);
        await trail.WriteAsync(
            connection, transaction, new AuditEntry(who, "partner.contact.name", "partner", partner) { Agency = agency, Reason = why, Detail = kind }, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static Person Checked(string? name, string? phone, string? email)
    {
        var called = RuleBrokenException.RequireText("name", name, 2, 200);
        PhoneNumber? number = null;
        EmailAddress? address = null;
        if (!string.IsNullOrWhiteSpace(phone) && !PhoneNumber.TryParse(phone, out number)) throw new RuleBrokenException("phone", "không phải số điện thoại Việt Nam.", "is no phone number of Vietnam.");
        if (!string.IsNullOrWhiteSpace(email) && !EmailAddress.TryParse(email, out address)) throw new RuleBrokenException("email", "không phải địa chỉ thư.", "is no e-mail address.");
        return number is null && address is null
            ? throw new RuleBrokenException("phone", "cần số điện thoại hoặc địa chỉ thư.", "a phone number or an e-mail address is needed.")
            : new Person(called, number, address);
    }

    private async Task<List<(string Kind, Person Person, DateTimeOffset At)>> ReadAsync(string partner, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select kind, key, sealed, changed_at from operations.contact where subject = $1 order by kind desc");
        command.Parameters.Add(new() { Value = partner });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var contacts = new List<(string, Person, DateTimeOffset)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var kind = reader.GetString(0);
            var content = sealer.Open(reader.GetInt16(1), reader.GetFieldValue<byte[]>(2), PlaceOf(partner, kind));
            contacts.Add((kind, JsonSerializer.Deserialize<Person>(content)!, reader.GetFieldValue<DateTimeOffset>(3)));
        }

        return contacts;
    }

    private static ContactView Masked(string kind, Person person, DateTimeOffset at) =>
        new(kind, Initials(person.Name), person.Phone?.ToString() ?? "", person.Email?.ToString() ?? "", at);

    /// <summary>Nguyễn Văn An is shown as N*** V*** A***.</summary>
    private static string Initials(string name) => string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => $"{part[..1]}***"));

    private static string PlaceOf(string partner, string kind) => $"operations.contact/{partner}/{kind}";

    private sealed record Person(string Name, PhoneNumber? Phone, EmailAddress? Email);
}
