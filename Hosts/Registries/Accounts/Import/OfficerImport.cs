using System.Collections.Concurrent;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Registries.Accounts.Desk;
using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Doors;
using Npgsql;

namespace DichVuCong.Registries.Accounts.Import;

/// <summary>What became of an import.</summary>
/// <param name="Made">How many accounts are new.</param>
/// <param name="Same">How many were there already, with the same groups in the same unit.</param>
/// <param name="Faults">The rows that were refused, by line.</param>
public sealed record OfficerImportResult(int Made, int Same, IReadOnlyList<OfficerFault> Faults);

/// <summary>
/// Makes the accounts of a list through the door, as the coordination system makes single ones. Who has his account already, in this unit and with
/// these groups, is the same again: an import that was cut short is simply repeated.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="sealer">Finds persons by their keyed hash.</param>
/// <param name="accept">The door.</param>
/// <param name="time">The clock.</param>
public sealed class OfficerImport(NpgsqlDataSource database, Sealer sealer, Func<DoorCall, CancellationToken, Task<DoorAnswer>> accept, TimeProvider time)
{
    private const int Page = 2000;
    private const int AtOnce = 400;
    private const string Reason = "Danh sách cán bộ";

    // An account that is not decided yet has no post of its own: what it was made with is in the message that waits for its saga.
    private const string Existing =
        """
        select a.person, a.id, a.version, coalesce(array_agg(p.agency || ' ' || p.groups) filter (where p.agency is not null), '{}')
        from account.account a left join account.post p on p.account = a.id
        where a.person = any($1) and a.state not in (4, 10) group by a.id
        """;

    /// <summary>Makes what was read.</summary>
    /// <param name="reading">The file.</param>
    /// <param name="by">Who imports it.</param>
    /// <param name="handedOver">The signed list by which the accounts are handed over and the persons commit themselves (A9.5, A10.3d); null for none.</param>
    /// <param name="cancellationToken">Cancels; what was made by then stays.</param>
    public async Task<OfficerImportResult> RunAsync(OfficerReading reading, string by, OfficialDocument? handedOver, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var (made, same, faults) = (0, 0, new ConcurrentBag<OfficerFault>(reading.Faults));
        foreach (var page in reading.Lines.Chunk(Page))
        {
            var there = await ExistingAsync(page, cancellationToken);
            var wanted = new List<OfficerLine>(page.Length);
            foreach (var line in page)
            {
                if (!there.TryGetValue(PersonOf(line), out var known)) wanted.Add(line);
                else if (known.Fits(line)) same++;
                else faults.Add(Taken(line, known));
            }

            await Parallel.ForEachAsync(wanted, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (line, token) =>
            {
                if (await MakeAsync(line, by, handedOver, token)) Interlocked.Increment(ref made);
                else faults.Add(new OfficerFault(line.Line, "personalId", "account.person-has-account", "Người này vừa có tài khoản từ nơi khác (Điều 9.2)."));
            });
        }

        return new OfficerImportResult(made, same, [.. faults.OrderBy(fault => fault.Line).ThenBy(fault => fault.Field, StringComparer.Ordinal)]);
    }

    private async Task<bool> MakeAsync(OfficerLine line, string by, OfficialDocument? handedOver, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var now = time.GetUtcNow();
            var id = AccountIds.Draw(now);
            try
            {
                await accept(
                    new DoorCall
                    {
                        Records = [NewAccounts.Row(line.Account, id, line.Unit, AccountState.Created, now)],
                        Messages = [.. NewAccounts.Messages(line.Account, id, line.Unit, by, Reason), .. HandedOver(id, by, handedOver)],
                    },
                    cancellationToken);
                return true;
            }
            catch (DoorRejectedException rejection) when (rejection.Constraint == AccountConstraints.Account && attempt < AccountIds.Tries)
            {
                // Drawn twice: another is drawn.
            }
            catch (DoorRejectedException rejection) when (rejection.Constraint == AccountConstraints.Person)
            {
                return false;
            }
        }
    }

    private static IEnumerable<DoorMessage> HandedOver(AccountId id, string by, OfficialDocument? document) =>
        document is null ? [] : [NewAccounts.Said(new HandOverAccount(id, by, document)), NewAccounts.Said(new KeepCommitment(id, by, document))];

    private async Task<Dictionary<string, KnownOfficer>> ExistingAsync(OfficerLine[] page, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Existing);
        command.Parameters.Add(new() { Value = page.Select(line => sealer.HashIdentity(line.Account.PersonalId.Reveal())).ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var known = new Dictionary<string, KnownOfficer>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken))
            known[Convert.ToHexString(reader.GetFieldValue<byte[]>(0))] = new KnownOfficer(reader.GetString(1), reader.GetInt32(2) == 0, reader.GetFieldValue<string[]>(3));
        return known;
    }

    private string PersonOf(OfficerLine line) => Convert.ToHexString(sealer.HashIdentity(line.Account.PersonalId.Reveal()));

    private static OfficerFault Taken(OfficerLine line, KnownOfficer known) => known.IsNew
        ? new OfficerFault(line.Line, "personalId", "account.being-made", $"Người này đang được tạo tài khoản {known.Account}; hãy nhập lại sau ít phút.")
        : new OfficerFault(
            line.Line, "personalId", "account.person-has-account",
            $"Người này đã có tài khoản {known.Account} tại đơn vị hoặc với nhóm quyền khác (Điều 9.2); hãy đổi nhóm hoặc chuyển đơn vị.");

    private sealed record KnownOfficer(string Account, bool IsNew, string[] Posts)
    {
        public bool Fits(OfficerLine line) => Posts.Contains($"{line.Unit.Agency} {line.Account.Groups}", StringComparer.Ordinal);
    }
}
