namespace DichVuCong.Contracts.Identity;

/// <summary>
/// The national databases behind the national service platform, as far as forms are filled from them (A16.5): what is held there is not asked again.
/// An adapter implements it.
/// </summary>
public interface INationalData
{
    /// <summary>What the population database holds of a citizen.</summary>
    /// <param name="question">Of whom, and why.</param>
    /// <param name="cancellationToken">The caller's wish to stop.</param>
    Task<IdentityAnswer<NationalRecord>> CitizenAsync(CitizenQuestion question, CancellationToken cancellationToken);

    /// <summary>What the register of enterprises holds of an enterprise.</summary>
    /// <param name="question">Of which, and why.</param>
    /// <param name="cancellationToken">The caller's wish to stop.</param>
    Task<IdentityAnswer<NationalRecord>> EnterpriseAsync(EnterpriseQuestion question, CancellationToken cancellationToken);
}

/// <summary>A question about a citizen: the database answers only where number, name and year of birth belong together.</summary>
/// <param name="PersonalId">The personal number.</param>
/// <param name="FullName">The name.</param>
/// <param name="BirthDate">The date of birth, or its year.</param>
/// <param name="RequestId">The question's own id, for the other side's records.</param>
public sealed record CitizenQuestion(PersonalId PersonalId, PersonName FullName, BirthDate BirthDate, Guid RequestId);

/// <summary>A question about an enterprise.</summary>
/// <param name="TaxCode">The tax code.</param>
/// <param name="RequestId">The question's own id, for the other side's records.</param>
public sealed record EnterpriseQuestion(PersonalId TaxCode, Guid RequestId);

/// <summary>What a national database holds, field by field. Personal data: it shows nothing of itself.</summary>
/// <param name="Source">Which database: <c>population</c>, <c>enterprises</c>.</param>
/// <param name="Fields">The fields that have a value, by our names.</param>
public sealed record NationalRecord(string Source, IReadOnlyList<NationalField> Fields)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Source}, {Fields.Count} fields";
}

/// <summary>One field.</summary>
/// <param name="Name">Our name of it.</param>
/// <param name="Value">Its value, as the database has it.</param>
public sealed record NationalField(string Name, string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
